import type { BatchesPage } from '#lib/batches/view.ts';
import type { HistoryPage } from '#lib/history/view.ts';
import { paths } from '#lib/paths.ts';
import { checkHistory } from '#scripts/campaign/check-history.ts';
import type { History, Violation } from '#scripts/campaign/history-facts.ts';
import { readHistory } from '#scripts/campaign/read-history.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Person } from '#scripts/chaos/person.ts';
import { waitFor } from '#scripts/chaos/wait.ts';

/** Longer than a lease, the look for what is left of it, and two more sends of what that leaves unknown. */
const settleMs = 60_000;

/** Waits until nothing is on its way, with a server that is started where none lives. */
async function settle(ground: Environment): Promise<void> {
  const [live] = ground.liveServers();
  if (live === undefined) await ground.startServer();
  // A schedule may have ended the first session.
  const person = await ground.signInAgain(live ?? ground.server);
  const look = () => isQuiet(person).catch(() => false);
  await waitFor('everything to come to an end', async () => ((await look()) ? true : null), {
    withinMs: settleMs,
  });
}

async function isQuiet(person: Person): Promise<boolean> {
  const { batches }: BatchesPage = await person.get(paths.api.batches);
  if (batches.some(({ state, counts }) => state === 'running' || counts.sending > 0)) return false;
  const { rows }: HistoryPage = await person.get(`${paths.api.bindings}?outcome=sending`);
  return rows.length === 0;
}

/** Lets everything come to an end, stops the product, and holds its history against the simulator's log. */
export async function checkGround(ground: Environment): Promise<Violation[]> {
  const unsettled = await settle(ground).then(
    () => [],
    (error: unknown): Violation[] => [{ invariant: 'I1', rule: 'left open', about: String(error) }],
  );
  await ground.stopAll();
  const history = await readHistory(ground.database, ground.simulator, ground.told.all());
  const jumpMs = ground.clockJumpMs;
  return [...unsettled, ...checkHistory(jumpMs === 0 ? history : withTrueTimes(history, jumpMs))];
}

/** Takes jumps out of what was stored while a clock was wrong; no schedule takes half as long as a jump. */
function withTrueTimes(history: History, jumpMs: number): History {
  const asOf = Date.now();
  const toTrue = (ms: number) => (Math.abs(ms - asOf) > jumpMs / 2 ? ms - Math.sign(ms - asOf) * jumpMs : ms);
  return {
    ...history,
    attempts: history.attempts.map((attempt) => ({
      ...attempt,
      committedAtMs: toTrue(attempt.committedAtMs),
      finishedAtMs: attempt.finishedAtMs && toTrue(attempt.finishedAtMs),
    })),
  };
}
