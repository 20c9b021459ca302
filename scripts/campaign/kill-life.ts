import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Simulator } from '#lib/simulator/control.ts';
import { admin, apps, providerOf } from '#lib/testing/console.ts';
import type { Victim } from '#scripts/campaign/kill-plan.ts';

/** Where a console stands: its data, its port, and whom it sends to. */
export type Ground = {
  databaseUrl: string | null;
  dataDir: string;
  port: number;
  simulator: Simulator;
};

export type Life = {
  child: ChildProcess;
  /** Resolves with the moment (wall clock, ms) when the process says that it is ready; never when it ends before. */
  ready: Promise<number>;
  /** Resolves with the moment when it is gone. */
  ended: Promise<number>;
  output(): string;
};

const commands: Record<Victim, string[]> = {
  server: ['server.ts'],
  worker: ['--conditions=react-server', 'scripts/worker.ts'],
};

/** Starts the real server (server.ts on the production build) or the real worker; `failPoint` is where it ends itself. */
export function beginLife(victim: Victim, ground: Ground, failPoint: string | null): Life {
  const child = spawn(process.execPath, commands[victim], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(ground, failPoint),
  });
  const endToo = () => void child.kill('SIGKILL');
  process.once('exit', endToo);
  const ended = once(child, 'exit').then(() => {
    process.off('exit', endToo);
    return Date.now();
  });
  let printed = '';
  const ready = new Promise<number>((resolve) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      if (/^Patchboard.* is ready/m.test(printed)) resolve(Date.now());
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  return { child, ready, ended, output: () => printed };
}

function environmentOf({ databaseUrl, dataDir, port, simulator }: Ground, failPoint: string | null) {
  return {
    PATH: process.env.PATH,
    HOME: dataDir,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    DATA_DIR: dataDir,
    CCC_SDK_APPS: apps,
    ...providerOf(simulator),
    PATCHBOARD_ADMIN_EMAIL: admin.email,
    PATCHBOARD_ADMIN_PASSWORD: admin.password,
    ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }),
    ...(failPoint !== null && { PATCHBOARD_FAIL_POINT: failPoint }),
  };
}
