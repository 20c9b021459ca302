import type { Environment } from '#lib/server/environment.ts';

/** Why the server could not listen, and what to do. */
export function describeListenError(
  error: NodeJS.ErrnoException,
  { port, listenHost }: Pick<Environment, 'port' | 'listenHost'>,
): string {
  const other = 'Stop that program, or set PORT to another port.';
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use by another program. ${other}`;
  if (error.code === 'EACCES')
    return `This user may not listen on port ${port}. Set PORT to one from 1024 on, such as 3000.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return `LISTEN_HOST (${listenHost}) is no address of this machine. Set it to one, such as 127.0.0.1 or 0.0.0.0.`;
  return `Port ${port} can not be used: ${error.message}. Set PORT to another port.`;
}
