import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { end, startReady } from '#lib/testing/ready-process.ts';

export const admin = { email: 'ada@example.net', password: 'a long enough password' } as const;
export const apps = '1400000000=Main line,1400000001=Sales';

export type Console = {
  origin: string;
  simulator: Simulator;
  dataDir: string;
  process: ChildProcess;
  /** Everything the process has printed so far. */
  output(): string;
  /** Stops it and starts the server of another build, or its own again, on the same port and data. */
  deploy(serverFile?: string): Promise<void>;
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
  const start = (serverFile = 'server.ts') =>
    startReady([serverFile], {
      env: {
        PORT: String(port),
        DATA_DIR: dataDir,
        DATABASE_URL: undefined,
        APP_ORIGIN: undefined,
        CCC_SDK_APPS: apps,
        ...providerOf(simulator),
        PATCHBOARD_ADMIN_EMAIL: admin.email,
        PATCHBOARD_ADMIN_PASSWORD: admin.password,
        ...options.env,
      },
      says: 'Patchboard is ready',
    });
  const running: Console = {
    origin: `http://localhost:${port}`,
    simulator,
    dataDir,
    ...(await start()),
    deploy: async (serverFile) => {
      await end(running.process);
      Object.assign(running, await start(serverFile));
    },
    stop: async () => {
      await end(running.process);
      if (!options.sharedSimulator) await simulator.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
  return running;
}

/** Where a process sends to, and with which key. */
export const providerOf = ({ endpoint, credentials }: Simulator) => ({
  CCC_ENDPOINT: endpoint,
  TENCENTCLOUD_SECRET_ID: credentials.secretId,
  TENCENTCLOUD_SECRET_KEY: credentials.secretKey,
});

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
