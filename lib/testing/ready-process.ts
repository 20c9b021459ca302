import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type ReadyProcess = {
  process: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
};

/** Starts a program of ours and waits until it says that it is ready. Rejects with what it printed when it ends before. */
export async function startReady(
  parameters: readonly string[],
  { env, says }: { env: Record<string, string | undefined>; says: string },
): Promise<ReadyProcess> {
  const child = spawn(process.execPath, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A variable that is set to undefined would be the text "undefined" there.
    env: Object.fromEntries(
      Object.entries({ ...process.env, NODE_ENV: 'production', ...env }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as NodeJS.ProcessEnv,
  });
  let printed = '';
  const ready = Promise.withResolvers<void>();
  const listen = (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes(says)) ready.resolve();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', () => ready.reject(new Error(`It ended before it was ready:\n${printed}`)));
  await ready.promise;
  return { process: child, output: () => printed };
}

export const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

/** Ends a process as an operator would, and waits for it. */
export const end = (child: ChildProcess): Promise<void> => signal(child, 'SIGTERM');

/** Ends a process as a power cut would, and waits until it is gone. */
export const kill = (child: ChildProcess): Promise<void> => signal(child, 'SIGKILL');

async function signal(child: ChildProcess, name: NodeJS.Signals): Promise<void> {
  if (!isAlive(child)) return;
  const gone = once(child, 'exit');
  child.kill(name);
  await gone;
}
