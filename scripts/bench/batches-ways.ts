import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { apps } from '#lib/testing/console.ts';
import type { Place } from '#scripts/bench/batches-consoles.ts';
import type { Sent } from '#scripts/bench/batches-figures.ts';
import { sendAlone, sendBesideOutsider } from '#scripts/bench/batches-ours.ts';
import { sendBesideReaders } from '#scripts/bench/batches-readers.ts';
import { sendAtOnce, sendQueued } from '#scripts/bench/batches-sdk.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import type { Wanted } from '#scripts/campaign/batch-client.ts';

type Send = (simulator: Simulator, lines: readonly Wanted[]) => Promise<Sent>;
type SendAt = (simulator: Simulator, lines: readonly Wanted[], place: Place) => Promise<Sent>;
/** A way to bind many numbers. `mostLines` where more would only make it longer. */
type Way = { title: string; mostLines?: number; send: Send };

const embedded =
  (send: SendAt): Send =>
  (simulator, lines) =>
    send(simulator, lines, { databaseUrl: null });

/** On a PostgreSQL that is made for it; fails where there is none. */
const postgres =
  (send: SendAt, rest: Omit<Place, 'databaseUrl'> = {}): Send =>
  async (simulator, lines) => {
    const cluster = startCluster();
    if (cluster === null) throw new Error('This way needs PostgreSQL.');
    try {
      return await send(simulator, lines, { ...rest, databaseUrl: cluster.url });
    } finally {
      cluster.stop();
    }
  };

const several = { servers: 2, workers: 1 };
/** They last until the quota has been ours again for a while. */
const mostLines = 900;

export const ways: Record<string, Way> = {
  embedded: { title: 'one server, embedded', send: embedded(sendAlone) },
  postgres: { title: 'one server, PostgreSQL', send: postgres(sendAlone) },
  several: { title: 'two servers and a worker, PostgreSQL', send: postgres(sendAlone, several) },
  sdk: { title: 'official SDK, all at once', send: sendAtOnce },
  queue: { title: 'official SDK behind p-queue', send: sendQueued },
  readers: { title: 'one server, embedded, 40 readers beside it', send: embedded(sendBesideReaders) },
  'postgres-readers': {
    title: 'one server, PostgreSQL, 40 readers beside it',
    send: postgres(sendBesideReaders),
  },
  'several-readers': {
    title: 'two servers and a worker, 40 readers beside them',
    send: postgres(sendBesideReaders, several),
  },
  'embedded-shared': {
    title: 'one server, embedded, half of the quota taken',
    mostLines,
    send: embedded(sendBesideOutsider),
  },
  'several-shared': {
    title: 'two servers and a worker, half of the quota taken',
    mostLines,
    send: postgres(sendBesideOutsider, several),
  },
};

/** A simulator of its own for a way. */
export async function withSimulator<T>(work: (simulator: Simulator) => Promise<T>): Promise<T> {
  const simulator = await startSimulator({ apps });
  try {
    return await work(simulator);
  } finally {
    await simulator.stop();
  }
}
