import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startSimulator } from '#lib/simulator/control.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { admin, apps, serve } from '#lib/testing/console.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import { printTable, spread } from '#scripts/bench/figures.ts';
import { bindOver, signIn } from '#scripts/campaign/action-client.ts';

// npm run bench:action -- [--calls 200]: the bind action over HTTP as a browser sends it, from the request to the end
// of its answer, less the time the provider's stand-in had the request. The production build has to be there. Calls
// come one at a time and never faster than eight a second, so that a slot of the pace is always free: the shared pace
// of 20 a second is a promise to the provider and no cost of ours.

const { values } = parseArgs({ options: { calls: { type: 'string', default: '200' } } });
const calls = Number(values.calls);
const warmUpCalls = 30;
const everyMs = 125;
/** A slot is 51.5 ms after the last one. */
const slotFreeMs = 60;

async function measure(databaseUrl: string | null): Promise<{ ownMs: number[]; wholeMs: number[] }> {
  const simulator = await startSimulator({ apps });
  const running = await serve({
    sharedSimulator: simulator,
    env: { DATABASE_URL: databaseUrl ?? undefined },
  });
  try {
    const cookie = await signIn(running.origin, admin);
    const whole = new Map<string, number>();
    for (let made = 0; made < warmUpCalls + calls; made += 1) {
      const input = wanted(made);
      const startMs = performance.now();
      const heard = await bindOver({ origin: running.origin, cookie }, input);
      const tookMs = performance.now() - startMs;
      if (heard === 'lost' || !heard.ok || heard.value.kind !== 'settled')
        throw new Error(`The action answered ${JSON.stringify(heard)}.`);
      if (made >= warmUpCalls) whole.set(input.number, tookMs);
      await pause(Math.max(slotFreeMs, everyMs - tookMs));
    }
    const endpointMs = new Map(
      (await simulator.control.log()).map((entry) => [
        entry.number ?? '',
        (entry.endedAtMs ?? Number.NaN) - entry.arrivedAtMs,
      ]),
    );
    const own = [...whole].map(([number, tookMs]) => tookMs - (endpointMs.get(number) ?? Number.NaN));
    return { ownMs: own, wholeMs: [...whole.values()] };
  } finally {
    await running.stop();
    await simulator.stop();
  }
}

const wanted = (index: number) =>
  wants({
    number: `0086075587${String(200_000 + index)}`,
    callbackUrl: `https://hooks.example.com/call/${index}`,
  });

const rows: string[][] = [];
const note = (name: string, { ownMs, wholeMs }: Awaited<ReturnType<typeof measure>>) =>
  rows.push([name, ...spread(ownMs), ...spread(wholeMs)]);

note('embedded', await measure(null));
const cluster = startCluster();
try {
  if (cluster) note('PostgreSQL', await measure(cluster.url));
} finally {
  cluster?.stop();
}
console.log(`ms, over ${calls} calls of the bind action, at most eight a second`);
printTable(['database', 'beyond the endpoint p50', 'p95', 'whole p50', 'p95'], rows);
