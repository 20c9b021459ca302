import type { AttemptFact, BindingFact, Indexed, Report } from '#scripts/campaign/history-facts.ts';

/** So often the machine sends a line of unknown outcome again, and so often what may have been overtaken. */
const mostReasserts = 2;

/** I3: a machine repeats only what was certainly not applied, save a flagged re-assert; a person what is unknown. */
export function checkReasons(history: Indexed, report: Report): void {
  for (const binding of history.bindings) {
    const attempts = history.attemptsOf.get(binding.id) ?? [];
    for (const [index, attempt] of attempts.entries()) {
      const about = `${binding.id} attempt ${attempt.n}`;
      if (attempt.bodySha256 !== attempts[0]?.bodySha256) report('I3', 'repeated with another value', about);
      if (!isAllowed(binding, attempt, attempts.slice(0, index), history))
        report('I3', 'repeated without reason', about);
    }
  }
}

function isAllowed(
  binding: BindingFact,
  { why }: AttemptFact,
  before: readonly AttemptFact[],
  history: Indexed,
): boolean {
  const last = before.at(-1);
  const bound = before.findIndex(({ outcome }) => outcome === 'bound');
  const inDoubt = bound === -1 && before.some(({ outcome }) => outcome === 'unknown');
  switch (why) {
    case 'first':
      return last === undefined;
    case 'retry':
      return last !== undefined && isHarmless(binding, last);
    case 'repeat':
      return inDoubt;
    case 'reassert': {
      const earlier = before.slice(bound + 1).filter((each) => each.why === 'reassert').length;
      if (bound === -1) return inDoubt && binding.batchId !== null && earlier < mostReasserts;
      // Once if it is answered; the doubt is that an older request of the number comes late and wins.
      return (
        (earlier === 0 || last?.outcome !== 'bound') &&
        earlier < mostReasserts &&
        isOvertaken(before, history)
      );
    }
  }
}

/** Certainly not applied: also what was refused for the clock, and in a batch for the key. */
function isHarmless({ batchId }: BindingFact, { outcome, code }: AttemptFact): boolean {
  if (outcome === 'throttled' || outcome === 'not_sent') return true;
  if (outcome !== 'refused') return false;
  const ofTheKey = /^(AuthFailure|UnauthorizedOperation|Ip(Not)?In)/.test(code ?? '');
  return code === 'AuthFailure.SignatureExpire' || (batchId !== null && ofTheKey);
}

/** An older binding of the same number ended unknown before this one began. */
function isOvertaken([first]: readonly AttemptFact[], { attemptsOn }: Indexed): boolean {
  if (first === undefined) return false;
  return (attemptsOn.get(first.number) ?? []).some(
    ({ bindingId, outcome, committedAtMs }) =>
      bindingId !== first.bindingId && outcome === 'unknown' && committedAtMs <= first.committedAtMs,
  );
}

/** I6: of a number the next attempt is written only when the one before is finished. */
export function checkInFlight({ attemptsOn }: Indexed, report: Report): void {
  for (const [number, attempts] of attemptsOn) {
    for (const [index, { finishedAtMs }] of attempts.entries()) {
      const next = attempts[index + 1];
      if (next && (finishedAtMs === null || finishedAtMs > next.committedAtMs))
        report('I6', 'two in flight', number);
    }
  }
}

const settledStates: readonly string[] = ['bound', 'refused', 'unknown', 'unsent', 'denied'];

/** I8, as far as rows tell it: attempts are counted without a gap, and what is settled says when. */
export function checkRecord({ bindings, attemptsOf }: Indexed, report: Report): void {
  for (const { id, state, settledAtMs, attemptCount } of bindings) {
    const attempts = attemptsOf.get(id) ?? [];
    if (attempts.some(({ n }, index) => n !== index + 1)) report('I8', 'a gap in the attempts', id);
    // What is bound is settled and counts no further: what is sent once more stands beside it.
    const bound = attempts.findIndex(({ outcome }) => outcome === 'bound');
    if ((bound === -1 ? attempts.length : bound + 1) !== attemptCount)
      report('I8', 'attempts miscounted', id);
    if (settledStates.includes(state) && settledAtMs === null) report('I8', 'settled at no time', id);
    if (attempts.some((each) => (each.outcome === null) !== (each.finishedAtMs === null)))
      report('I8', 'finished without an outcome', id);
  }
}
