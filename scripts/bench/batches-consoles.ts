import type { Simulator } from '#lib/simulator/control.ts';
import { admin, apps, type Console, serve } from '#lib/testing/console.ts';
import { end } from '#lib/testing/ready-process.ts';
import { startWorker } from '#lib/testing/worker.ts';
import { type Seat, signIn } from '#scripts/campaign/action-client.ts';

/** Where a batch is sent from: servers and workers on one database. */
export type Place = {
  /** Null: the embedded database, in `dataDir`. */
  databaseUrl: string | null;
  dataDir?: string;
  servers?: number;
  workers?: number;
};

type Running = {
  /** The admin, signed in at the first server. */
  at: Seat;
  /** Of the first server. */
  pid: number;
  stop(): Promise<void>;
};

/** Starts servers and workers of the production build. */
export async function startConsoles(simulator: Simulator, place: Place): Promise<Running> {
  const { databaseUrl, servers = 1, workers = 0 } = place;
  const consoles: Console[] = [];
  const ends: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of [...ends, ...consoles.map((running) => running.stop)]) await each();
  };
  try {
    const dataDir = place.dataDir === undefined ? {} : { dataDir: place.dataDir };
    const env = { DATABASE_URL: databaseUrl ?? undefined, CCC_SDK_APPS: `${apps},1400000002=Claims` };
    for (let started = 0; started < servers; started += 1)
      consoles.push(await serve({ sharedSimulator: simulator, env, ...dataDir }));
    for (let started = 0; started < workers; started += 1) {
      const worker = await startWorker(simulator, env);
      ends.push(() => end(worker.process));
    }
    const { origin = '', process: child } = consoles[0] ?? {};
    const at = { origin, cookie: await signIn(origin, admin) };
    return { at, pid: child?.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
