import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';

export const admin = { email: 'ada@example.net', password: 'a long enough password' } as const;
export const apps = '1400000000=Main line,1400000001=Sales';

export type Console = {
  origin: string;
  simulator: Simulator;
  dataDir: string;
  process: ChildProcess;
  /** Everything the process has printed so far. */
  output(): string;
  stop(): Promise<void>;
};

export type ServeOptions = {
  /** Added to or taken from (undefined) the environment of the console. */
  env?: Record<string, string | undefined>;
  simulator?: Parameters<typeof startSimulator>[0];
  /** A simulator that is running already and outlives this console. */
  sharedSimulator?: Simulator;
  /** Keeps the data of an earlier console, which then is not removed at the end. */
  dataDir?: string;
  port?: number;
};

/** Starts a simulator and a console of the production build on free loopback ports, with an empty database. */
export async function serve(options: ServeOptions = {}): Promise<Console> {
  const simulator = options.sharedSimulator ?? (await startSimulator({ apps, ...options.simulator }));
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'patchboard-e2e-')));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, ['server.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: withoutUndefined({
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: undefined,
      APP_ORIGIN: undefined,
      CCC_ENDPOINT: simulator.endpoint,
      CCC_SDK_APPS: apps,
      TENCENTCLOUD_SECRET_ID: simulator.credentials.secretId,
      TENCENTCLOUD_SECRET_KEY: simulator.credentials.secretKey,
      PATCHBOARD_ADMIN_EMAIL: admin.email,
      PATCHBOARD_ADMIN_PASSWORD: admin.password,
      ...options.env,
    }),
  });
  let printed = '';
  const ready = Promise.withResolvers<void>();
  const listen = (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes('Patchboard is ready')) ready.resolve();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', () => ready.reject(new Error(`The console ended before it was ready:\n${printed}`)));
  await ready.promise;
  return {
    origin: `http://localhost:${port}`,
    simulator,
    dataDir,
    process: child,
    output: () => printed,
    stop: async () => {
      await end(child);
      if (!options.sharedSimulator) await simulator.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends a console as an operator would, and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

const withoutUndefined = (values: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as NodeJS.ProcessEnv;
