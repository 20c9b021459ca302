import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { quantile } from '#scripts/bench/figures.ts';

/** One address that is asked for again and again, over one connection. */
export type Probed = { url: string; cookie: string; everyMs: number };
export type Waits = { count: number; medianMs: number; longestMs: number };

/** Asks once and reads the whole answer; gives the milliseconds that took. */
function timeOne(agent: Agent, { url, cookie }: Probed): Promise<number> {
  const startedMs = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  get(url, { agent, headers: { cookie } }, (response) => {
    if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
    response.resume();
    response.on('end', () => resolve(performance.now() - startedMs));
    response.on('error', reject);
  }).on('error', reject);
  return promise;
}

/** In the thread: asks until it is told to stop. */
async function probe(probed: Probed): Promise<void> {
  let over = false;
  parentPort?.once('message', () => {
    over = true;
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const waits: number[] = [];
  await timeOne(agent, probed);
  parentPort?.postMessage('warm');
  while (!over) {
    waits.push(await timeOne(agent, probed));
    await pause(probed.everyMs);
  }
  agent.destroy();
  parentPort?.postMessage({
    count: waits.length,
    medianMs: quantile(waits, 0.5),
    longestMs: Math.max(...waits),
  } satisfies Waits);
}

if (!isMainThread) await probe(workerData as Probed);

/** How long an address waits while `work` runs. Measured in a thread, so that this process's own work does not count. */
export async function waitsDuring(probed: readonly Probed[], work: () => Promise<unknown>): Promise<Waits[]> {
  const threads = probed.map((each) => new Worker(new URL(import.meta.url), { workerData: each }));
  const nextOf = (thread: Worker) =>
    new Promise<unknown>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
  try {
    await Promise.all(threads.map(nextOf));
    await work();
    const answers = threads.map(nextOf);
    for (const thread of threads) thread.postMessage('stop');
    return (await Promise.all(answers)) as Waits[];
  } finally {
    for (const thread of threads) await thread.terminate();
  }
}
