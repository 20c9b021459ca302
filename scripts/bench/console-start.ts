import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { admin, freePort } from '#lib/testing/console.ts';

export type Started = {
  /** From starting the command to the line that says that the console is ready. */
  readyMs: number;
  child: ChildProcess;
  stop(): Promise<void>;
};

export type Place = { dataDir: string; databaseUrl: string | null };

/** Starts a command as an operator without cloud credentials does, and waits until the console is ready. */
export async function startConsole(command: readonly string[], place: Place): Promise<Started> {
  const [program = '', ...parameters] = command;
  const startMs = performance.now();
  const child = spawn(program, parameters, {
    // A group of its own: npm does not hand signals on to what it has started.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environmentFor(place, await freePort()),
  });
  const ended = once(child, 'exit');
  const endGroup = () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGTERM'));
  process.on('exit', endGroup);
  child.once('exit', () => process.off('exit', endGroup));
  const ready = new Promise<void>((resolve) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Patchboard is ready')) resolve();
    });
  });
  const early = ended.then(() =>
    Promise.reject(new Error(`${command.join(' ')} ended before it was ready.`)),
  );
  await Promise.race([ready, early]);
  const readyMs = performance.now() - startMs;
  const stop = async () => {
    endGroup();
    await ended;
  };
  return { readyMs, child, stop };
}

/** Only what a console needs, so that nothing of the caller's own set-up counts. */
function environmentFor({ dataDir, databaseUrl }: Place, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: dataDir,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    PATCHBOARD_ADMIN_EMAIL: admin.email,
    PATCHBOARD_ADMIN_PASSWORD: admin.password,
    CCC_SDK_APPS: '1400000000=Main line',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
}

/** Memory of a process that is in RAM, in MB; Linux only. */
export function residentMb({ pid }: ChildProcess): number {
  const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1000;
}
