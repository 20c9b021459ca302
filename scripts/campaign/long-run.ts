import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BatchView } from '#lib/batches/view.ts';
import { startSimulator } from '#lib/simulator/control.ts';
import { admin, apps } from '#lib/testing/console.ts';
import { lostOf, perSecond } from '#scripts/bench/batches-figures.ts';
import { startCluster } from '#scripts/bench/cluster.ts';
import { rounded } from '#scripts/bench/figures.ts';
import { addedMemory } from '#scripts/bench/process-cost.ts';
import { signIn } from '#scripts/campaign/action-client.ts';
import {
  planBatch,
  readLines,
  startPlanned,
  wantedLines,
  watchBatch,
} from '#scripts/campaign/batch-client.ts';
import { checkHistory } from '#scripts/campaign/check-history.ts';
import { describeLives, silences } from '#scripts/campaign/long-run-figures.ts';
import { type MortalServer, startMortal } from '#scripts/campaign/mortal-server.ts';
import { readHistory } from '#scripts/campaign/read-history.ts';

// npm run campaign:long-run -- [--lines 20000] [--database postgres]: one batch at the provider's full pace, started over
// HTTP and watched as its page does, while the server is killed at a third and at two thirds and started again at once.
// 20,000 lines take eighteen minutes. The production build has to be there.

const { values } = parseArgs({
  options: { lines: { type: 'string', default: '20000' }, database: { type: 'string', default: 'embedded' } },
});
const wanted = wantedLines(Number(values.lines));
const mostAddedMiB = 80;
/** Of 20,000 lines, which take 1,030 s at the pace itself. */
const mostSeconds = 1_100;

const cluster = values.database === 'postgres' ? startCluster() : null;
const place = {
  databaseUrl: cluster?.url ?? null,
  dataDir: mkdtempSync(join(tmpdir(), 'patchboard-long-run-')),
};
const simulator = await startSimulator({ apps });
let server: MortalServer | undefined;
try {
  server = await startMortal(simulator, place);
  const { killAndStart } = server;
  const seat = { origin: server.origin, cookie: await signIn(server.origin, admin) };
  // What the first batch of a process loads is no part of what a batch of 20,000 takes.
  await planBatch(seat, wanted.slice(0, 1));
  const startMs = performance.now();
  const { value, addedMiB } = await addedMemory(server.pid(), async () => {
    const plan = await planBatch(seat, wanted);
    return { key: plan.idempotencyKey, id: await startPlanned(seat, plan) };
  });
  const startedS = (performance.now() - startMs) / 1000;
  console.log(
    `planned and stored in ${rounded(startedS)} s, with ${rounded(addedMiB, 0)} MiB more (aim <= ${mostAddedMiB})`,
  );
  const kills = [1 / 3, 2 / 3].map((share) => Math.floor(wanted.length * share));
  await watchBatch(seat, value.id, async ({ counts }: BatchView) => {
    if (counts.bound < (kills[0] ?? Number.POSITIVE_INFINITY)) return;
    kills.shift();
    const readyMs = await killAndStart();
    console.log(`killed at ${counts.bound} lines, ready again after ${rounded(readyMs / 1000)} s`);
  });
  const seconds = (performance.now() - startMs) / 1000;
  const lines = await readLines(seat, value.id);
  await server.stop();

  const told = new Set(
    lines.filter(({ binding }) => binding.state === 'bound').map(({ binding }) => binding.number),
  );
  const world = await simulator.control.world();
  const bound = new Map(world.bindings.map(({ number, callbackUrl }) => [number, callbackUrl]));
  const lost = lostOf({ wanted, told, bound });
  const batchIntents = [{ key: value.key, lines: wanted.length, told: value.id }];
  const history = await readHistory(place, simulator, { intents: [], batchIntents });
  const violations = checkHistory(history);
  const arrivals = history.arrivals.map(({ arrivedAtMs }) => arrivedAtMs);
  const again = history.attempts.filter(({ why }) => why !== 'first').length;
  const pauses = silences(arrivals, 3).map((ms) => `${rounded(ms / 1000)} s`);
  console.log(
    `${wanted.length} lines in ${rounded(seconds, 0)} s (aim <= ${mostSeconds} of 20,000), ${lost} lost`,
  );
  console.log(
    `${arrivals.length} arrivals, ${rounded(perSecond(arrivals), 2)} a second, ${again} of them again; longest silences ${pauses.join(', ')}; ${history.limiter.limited} refused for the limit`,
  );
  console.log(
    `memory of the server, MiB, first and last minute of each life: ${describeLives(server.lives)}`,
  );
  console.log(`${violations.length} rules broken`);
  for (const { invariant, rule, about } of violations.slice(0, 20))
    console.log(`BROKEN ${invariant}: ${rule}: ${about}`);
  const tooLong = seconds > (mostSeconds / 20_000) * wanted.length && wanted.length >= 20_000;
  process.exitCode = violations.length + lost > 0 || addedMiB > mostAddedMiB || tooLong ? 1 : 0;
} finally {
  await server?.stop();
  await simulator.stop();
  cluster?.stop();
  rmSync(place.dataDir, { recursive: true, force: true, maxRetries: 5 });
}
