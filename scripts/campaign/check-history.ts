import type { AttemptOutcome, AttemptReason, BindingState } from '#lib/domain/outcome.ts';

/** What somebody asked for, and what they were told. Times are milliseconds of this machine's wall clock. */
export type Intent = { key: string; number: string; told: BindingState | null; killedAtMs: number | null };
export type BindingFact = {
  id: string;
  key: string;
  number: string;
  callbackUrl: string | null;
  state: BindingState;
};
export type AttemptFact = {
  bindingId: string;
  number: string;
  n: number;
  why: AttemptReason;
  bodySha256: string | null;
  committedAtMs: number;
  finishedAtMs: number | null;
  outcome: AttemptOutcome | null;
  code: string | null;
  requestId: string | null;
};
/** A request as the simulator saw it. The number is null when the request was cut before its end. */
export type Arrival = {
  number: string | null;
  bodySha256: string;
  arrivedAtMs: number;
  applied: boolean;
  requestId: string;
};
export type History = {
  intents: readonly Intent[];
  bindings: readonly BindingFact[];
  attempts: readonly AttemptFact[];
  arrivals: readonly Arrival[];
  /** What each number is bound to at the simulator; a number that never was is missing. */
  bound: ReadonlyMap<string, string | null>;
};

export type Violation = { rule: string; about: string };

/** Nothing may be left `sending` for longer than this after its process was killed. */
const openLimitMs = 60_000;

/** Joins the console's history with the simulator's wire log and lists every broken promise; empty when all hold. */
export function checkHistory(history: History): Violation[] {
  const violations: Violation[] = [];
  const report = (rule: string, about: string) => violations.push({ rule, about });
  const arrivalOf = joinArrivals(history, report);
  checkIntents(history, report);
  for (const binding of history.bindings) {
    const attempts = history.attempts
      .filter(({ bindingId }) => bindingId === binding.id)
      .sort((a, b) => a.n - b.n);
    checkRepeats(binding, attempts, report);
    const applied = attempts.filter((attempt) => arrivalOf.get(attempt)?.applied);
    const proof = applied.some(({ outcome }) => outcome === 'bound');
    if (binding.state === 'bound' && !proof) report('bound but not applied', binding.id);
    if (binding.state === 'refused' && applied.length > 0) report('refused but applied', binding.id);
    if (binding.state === 'sending' || binding.state === 'queued') report('left open', binding.id);
  }
  checkOneInFlight(history, report);
  checkWorld(history, report);
  return violations;
}

type Report = (rule: string, about: string) => void;

/** Each arrival belongs to the attempt of its number that was written last before it, and to no other arrival's. */
function joinArrivals({ attempts, arrivals }: History, report: Report): Map<AttemptFact, Arrival> {
  const arrivalOf = new Map<AttemptFact, Arrival>();
  for (const arrival of [...arrivals].sort((a, b) => a.arrivedAtMs - b.arrivedAtMs)) {
    const whole = arrival.number !== null;
    const before = attempts
      .filter(({ committedAtMs }) => committedAtMs <= arrival.arrivedAtMs)
      .filter((attempt) => (whole ? attempt.number === arrival.number : !arrivalOf.has(attempt)))
      .sort((a, b) => a.committedAtMs - b.committedAtMs || a.n - b.n);
    const attempt = before.at(-1);
    if (!attempt) {
      report('arrived without an attempt', arrival.requestId);
      continue;
    }
    if (arrivalOf.has(attempt)) report('arrived twice', arrival.requestId);
    if (whole && attempt.bodySha256 !== arrival.bodySha256) report('other bytes', arrival.requestId);
    if (attempt.requestId !== null && attempt.requestId !== arrival.requestId)
      report('other RequestId', arrival.requestId);
    arrivalOf.set(attempt, arrival);
  }
  return arrivalOf;
}

function checkIntents(history: History, report: Report): void {
  const { intents, bindings } = history;
  for (const intent of intents) {
    const { key, told } = intent;
    const rows = bindings.filter((binding) => binding.key === key);
    const [row] = rows;
    if (rows.length > 1) report('two bindings of one key', key);
    if (!row) {
      if (told !== null) report('lost', key);
      continue;
    }
    if ((told === 'bound' || told === 'refused') && row.state !== told) report('answer taken back', key);
    const openMs = openAfterKillMs(history, intent);
    if (openMs > openLimitMs) report('open too long', `${key}: ${openMs} ms`);
  }
}

/**
 * How long what was being sent at the kill stayed open after it, in ms. What a person asked for later is not counted:
 * its time says how long the campaign took.
 */
export function openAfterKillMs(
  { bindings, attempts }: Pick<History, 'bindings' | 'attempts'>,
  { key, killedAtMs }: Pick<Intent, 'key' | 'killedAtMs'>,
): number {
  const binding = bindings.find((each) => each.key === key);
  if (binding === undefined || killedAtMs === null) return 0;
  const ends = attempts
    .filter(({ bindingId, committedAtMs }) => bindingId === binding.id && committedAtMs <= killedAtMs)
    .map(({ finishedAtMs }) => (finishedAtMs ?? killedAtMs) - killedAtMs);
  return Math.max(0, ...ends);
}

/** A machine repeats only what was certainly not applied; a person's repeat follows an unknown outcome. */
function checkRepeats(binding: BindingFact, attempts: readonly AttemptFact[], report: Report): void {
  for (const [index, { n, why }] of attempts.entries()) {
    const before = attempts[index - 1];
    const expired = before?.outcome === 'refused' && before.code === 'AuthFailure.SignatureExpire';
    const harmless = before?.outcome === 'throttled' || before?.outcome === 'not_sent' || expired;
    const allowed =
      (why === 'first' && !before) ||
      (why === 'retry' && harmless) ||
      (why === 'repeat' && before?.outcome === 'unknown');
    if (n !== index + 1 || !allowed) report('repeated without reason', `${binding.id} attempt ${n}`);
  }
}

function checkOneInFlight({ attempts }: History, report: Report): void {
  const ordered = [...attempts].sort((a, b) => a.committedAtMs - b.committedAtMs || a.n - b.n);
  for (const [index, attempt] of ordered.entries()) {
    const next = ordered.slice(index + 1).find(({ number }) => number === attempt.number);
    if (next && (attempt.finishedAtMs === null || attempt.finishedAtMs > next.committedAtMs))
      report('two in flight', attempt.number);
  }
}

/** `bindings` come in the order in which they were made. */
function checkWorld({ bindings, bound }: History, report: Report): void {
  const newest = new Map(bindings.map((binding) => [binding.number, binding]));
  for (const { number, state, callbackUrl } of newest.values()) {
    if (state === 'bound' && bound.get(number) !== callbackUrl) report('provider differs', number);
  }
}
