import type { Arrival, AttemptFact, Indexed, Report } from '#scripts/campaign/history-facts.ts';

/**
 * I2, I3, I5 and I6 from the wire: each request belongs to an attempt that was written before it came and that had not been
 * given up, and what the attempt is said to have proved is what happened.
 */
export function checkArrivals(history: Indexed, report: Report): void {
  const arrivalOf = joinArrivals(history, report);
  for (const [attempt, arrival] of arrivalOf) checkPair(attempt, arrival, report);
  for (const attempt of history.attempts) checkProof(attempt, arrivalOf.get(attempt), report);
  for (const { id, state } of history.bindings) {
    const applied = (history.attemptsOf.get(id) ?? []).some((attempt) => arrivalOf.get(attempt)?.applied);
    if (applied && state === 'refused') report('I5', 'refused but applied', id);
    if (applied && (state === 'unsent' || state === 'denied')) report('I5', 'unsent but applied', id);
    if (!applied && state === 'bound') report('I5', 'bound but not applied', id);
  }
}

/**
 * An answer names its request. What was never answered, or by somebody else, belongs to the last such attempt that was written
 * before it came.
 */
function joinArrivals(history: Indexed, report: Report): Map<AttemptFact, Arrival> {
  const { attempts, attemptsOn, arrivals } = history;
  const arrivalOf = new Map<AttemptFact, Arrival>();
  const arrived = new Set<string | null>(arrivals.map(({ requestId }) => requestId));
  const answered = new Map(attempts.map((attempt) => [attempt.requestId, attempt]));
  const left: Arrival[] = [];
  for (const arrival of arrivals) {
    const attempt = answered.get(arrival.requestId);
    if (attempt === undefined || attempt.number !== arrival.number || arrivalOf.has(attempt))
      left.push(arrival);
    else arrivalOf.set(attempt, arrival);
  }
  for (const arrival of left.sort((a, b) => a.arrivedAtMs - b.arrivedAtMs)) {
    const ofNumber = arrival.number === null ? attempts : (attemptsOn.get(arrival.number) ?? []);
    const before = ofNumber.filter(({ committedAtMs }) => committedAtMs <= arrival.arrivedAtMs);
    const attempt = before.findLast((each) => !arrived.has(each.requestId) && !arrivalOf.has(each));
    if (attempt !== undefined) arrivalOf.set(attempt, arrival);
    else if (before.length === 0) report('I2', 'arrived without an attempt', arrival.requestId);
    else report('I3', 'arrived twice', arrival.requestId);
  }
  return arrivalOf;
}

function checkPair(attempt: AttemptFact, arrival: Arrival, report: Report): void {
  const { bindingId, n, bodySha256, committedAtMs, finishedAtMs, code } = attempt;
  const about = `${bindingId} attempt ${n}, request ${arrival.requestId}`;
  if (committedAtMs > arrival.arrivedAtMs) report('I2', 'arrived without an attempt', about);
  if (arrival.whole && bodySha256 !== arrival.bodySha256) report('I2', 'other bytes', about);
  // Recovery has given the attempt up, so its lease was over when its process woke up and sent.
  const givenUp = code === 'Unknown.Interrupted' && finishedAtMs !== null;
  if (givenUp && arrival.arrivedAtMs > finishedAtMs) report('I6', 'sent after its lease', about);
}

function checkProof(attempt: AttemptFact, arrival: Arrival | undefined, report: Report): void {
  const { bindingId, n, outcome, requestId } = attempt;
  const about = `${bindingId} attempt ${n}`;
  if (outcome === null || outcome === 'unknown') return;
  if (outcome === 'not_sent' && arrival?.whole) report('I5', 'called not sent but arrived', about);
  if (outcome !== 'not_sent' && arrival?.requestId !== requestId) report('I5', 'other RequestId', about);
  if (outcome === 'bound' && !arrival?.applied) report('I5', 'bound but not applied', about);
  if (outcome !== 'bound' && arrival?.applied) report('I5', 'refused but applied', about);
}
