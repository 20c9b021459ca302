import { type ChildProcess, spawn } from 'node:child_process';

export type Worker = { process: ChildProcess; output(): string };

/** Starts scripts/worker.ts as `npm run worker` does, and waits until it says that it is ready. */
export async function startWorker(env: Record<string, string | undefined>): Promise<Worker> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/worker.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  let printed = '';
  const ready = Promise.withResolvers<void>();
  const listen = (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes('worker is ready')) ready.resolve();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', () => ready.reject(new Error(`The worker ended before it was ready:\n${printed}`)));
  await ready.promise;
  return { process: child, output: () => printed };
}
