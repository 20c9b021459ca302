import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { admin, apps, type Console, serve } from '#e2e/serve.ts';
import type { BindInput } from '#lib/bindings/schema.ts';
import type { BindAnswer } from '#lib/bindings/view.ts';
import type { FailPoint } from '#lib/server/fail-point.ts';
import { startSimulator } from '#lib/simulator/control.ts';
import { bindOver, type Heard, repeatOver, signIn } from '#scripts/campaign/action-client.ts';
import { checkHistory } from '#scripts/campaign/check-history.ts';
import type { Intent, Violation } from '#scripts/campaign/history-facts.ts';
import { readHistory } from '#scripts/campaign/read-history.ts';

const failPoints: readonly FailPoint[] = [
  'before-intent-commit',
  'after-intent-commit',
  'before-first-byte',
  'mid-write',
  'request-sent',
  'answer-read',
  'before-outcome-commit',
  'after-outcome-commit',
];

/** Where a round ends the console: at a named place, or this many milliseconds after the request left. */
export type Round = FailPoint | number;

/** Every named place once, then moments drawn from the time a send takes. */
export const planRounds = (random: number): Round[] => [
  ...failPoints,
  ...Array.from({ length: random }, () => Math.round(Math.random() * 300)),
];

export type Outcome = {
  violations: Violation[];
  kills: number;
  /** What a console answers that is asked again, under the same key, after all is over. */
  ends: { round: Round; told: string; end: string; attempts: number }[];
};

type Database = { databaseUrl: string | null; dataDir: string };
type Told = Intent & { round: Round; input: BindInput };

/**
 * Kills the real server (server.ts on the production build) once a round around one send that came over HTTP, and
 * starts it again each time. At the end every request is sent again under its key, as a browser does that got no
 * answer, every other unknown one is repeated as a person does, and the whole history is checked.
 */
export async function runKillRounds(
  database: Database,
  rounds: readonly Round[],
  onKill: (round: Round, told: string) => void = () => {},
): Promise<Outcome> {
  const simulator = await startSimulator({ apps });
  const start = (failPoint?: FailPoint) =>
    serve({
      sharedSimulator: simulator,
      dataDir: database.dataDir,
      env: { DATABASE_URL: database.databaseUrl ?? undefined, PATCHBOARD_FAIL_POINT: failPoint },
    });
  const told: Told[] = [];
  let cookie = '';
  try {
    const waiting = [...rounds];
    for (let round = waiting.shift(); round !== undefined; round = waiting.shift()) {
      const index = told.length;
      const running = await start(typeof round === 'string' ? round : undefined);
      cookie ||= await signIn(running.origin, admin);
      const input = wantedIn(index);
      const { number } = input;
      if (typeof round === 'number') {
        await simulator.control.addFault({ when: { number }, fault: { kind: 'latency', ms: index * 10 } });
      }
      const answer = bindOver(running.origin, cookie, input);
      if (typeof round === 'number') await Promise.race([pause(round), once(running.process, 'exit')]);
      const missed = await kill(running, { now: typeof round === 'number', answer });
      // A console too busy to get its turn refuses before it comes to its fail point: once more, then.
      if (missed) waiting.push(round);
      if (told.length > 3 * rounds.length) throw new Error(`No console ever came to ${round}.`);
      const state = stateOf(await answer);
      told.push({ key: input.idempotencyKey, told: state, round, input });
      onKill(round, state ?? 'nothing');
    }
    const last = await start();
    const ends = await Promise.all(told.map((one, index) => askAgain(last, cookie, one, index)));
    await last.stop();
    const history = await readHistory(database, simulator, { intents: told, batchIntents: [] });
    return { violations: checkHistory(history), kills: told.length, ends };
  } finally {
    await simulator.stop();
  }
}

const wantedIn = (index: number): BindInput => ({
  idempotencyKey: randomUUID(),
  appId: '1400000000',
  number: `0086075587${String(100_000 + index)}`,
  numberType: index % 2 === 0 ? 'number' : null,
  callbackUrl: `https://hooks.example.com/round/${index}`,
  reason: null,
  seen: null,
  source: 'form',
  restoresBindingId: null,
  sendUnchanged: false,
});

/** Longer than it takes a console to be gone that was killed. */
const goneMs = 10_000;

/** Waits until the console has ended itself at its fail point, or ends it. True when it never came there. */
async function kill({ process: child }: Console, when: { now: boolean; answer: Promise<unknown> }) {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  if (when.now) child.kill('SIGKILL');
  // A console that has answered and lives on never came to its fail point.
  const survived = when.answer.then(() => pause(goneMs, 'survived' as const, { ref: false }));
  const missed = (await Promise.race([ended, survived])) === 'survived';
  if (missed) child.kill('SIGKILL');
  await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error(`The console ended otherwise: ${child.exitCode}.`);
  return missed;
}

const stateOf = (heard: Heard<BindAnswer>) =>
  heard !== 'lost' && heard.ok && heard.value.kind === 'settled' ? heard.value.binding.state : null;

async function askAgain({ origin }: Console, cookie: string, { input, round, told }: Told, index: number) {
  let heard = await bindOver(origin, cookie, input);
  // Under its key a request may be sent as often as it takes to get an answer.
  for (let tries = 1; heard === 'lost' && tries < 5; tries += 1)
    heard = await bindOver(origin, cookie, input);
  if (heard === 'lost' || !heard.ok || heard.value.kind !== 'settled')
    throw new Error(`Asked again after ${round}: ${JSON.stringify(heard)}`);
  const { id, state, attemptCount } = heard.value.binding;
  const unknown = state === 'unknown' && index % 2 === 1;
  if (unknown) heard = await repeatOver(origin, cookie, { bindingId: id, afterAttempt: attemptCount });
  const end = `${state}${unknown ? ` -> ${stateOf(heard)}` : ''}`;
  return { round, told: told ?? 'nothing', end, attempts: attemptCount + (unknown ? 1 : 0) };
}
