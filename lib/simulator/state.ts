import { steadyMs } from '#lib/simulator/clock.ts';
import type { Endpoint } from '#lib/simulator/endpoint.ts';

export type WorldReading = ReturnType<typeof readWorld>;
export type Counters = ReturnType<typeof readCounters>;

/** Apps with their numbers, and every binding that was applied. */
export const readWorld = ({ world }: Endpoint) => ({
  apps: world.apps.map((app) => ({ ...app, numbers: world.numbers(app.sdkAppId) })),
  bindings: world.bindings(),
});

/** Totals since the start or the last reset; connections since the start. */
export function readCounters({ log, limiter }: Endpoint, connections: number) {
  const entries = log.since(0);
  return {
    connections,
    requests: entries.length,
    applied: entries.filter(({ appliedOrder }) => appliedOrder !== null).length,
    verdicts: countBy(entries.map(({ verdict }) => verdict)),
    faults: countBy(entries.flatMap(({ faultKind }) => faultKind ?? [])),
    ...limiter.counters(),
  };
}

/** Uses up the quota for binding as someone else with the same key would, in the console or a script. */
export function spendQuota({ limiter }: Endpoint, requests: number): { admitted: number } {
  const attempts = Array.from({ length: requests }, () =>
    limiter.admit('BindNumberCallInInterface', steadyMs()),
  );
  return { admitted: attempts.filter(Boolean).length };
}

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
