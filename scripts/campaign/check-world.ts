import type { BindingFact, Indexed, Report } from '#scripts/campaign/history-facts.ts';

/** I4: each number has what was bound last, or what was sent after it and may have been applied. */
export function checkWorld({ bindings, bound }: Indexed, report: Report): void {
  const applied = bindings.filter(({ state }) => state === 'bound' || state === 'unknown');
  const ofNumber = Map.groupBy(applied, ({ number }) => number);
  for (const [number, rows] of ofNumber) {
    const last = rows.findLastIndex(({ state }) => state === 'bound');
    const possible: readonly (BindingFact['callbackUrl'] | undefined)[] = [
      ...rows.slice(Math.max(last, 0)).map(({ callbackUrl }) => callbackUrl),
      ...(last === -1 ? [undefined] : []),
    ];
    if (!possible.includes(bound.get(number)))
      report('I4', 'provider differs', `${number} has ${bound.get(number)}, not ${possible.join(' or ')}`);
  }
  for (const number of bound.keys())
    if (!ofNumber.has(number)) report('I4', 'provider differs', `${number}: nothing of it is known`);
}

/**
 * Beyond the quota in any sliding second: arrivals are stamped by a process that shares its cores, so that one that left in
 * time may be counted late. The provider counts whole seconds.
 */
const lateArrivals = 1;

/** I7: no second has more arrivals than the provider takes. */
export function checkPace({ limiter }: Indexed, report: Report): void {
  const { perSecond, busiestWholeSecond, busiestSlidingSecond } = limiter;
  if (busiestWholeSecond > perSecond)
    report('I7', 'over the limit', `${busiestWholeSecond} in a whole second`);
  if (busiestSlidingSecond > perSecond + lateArrivals)
    report('I7', 'over the limit', `${busiestSlidingSecond} in a second`);
}
