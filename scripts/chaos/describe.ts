import type { Result } from '#scripts/chaos/play.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What was done, what came of it, and what is wrong with that. */
export function describeResult({ fault, database, seed, tookMs, passed, ...rest }: Result): string {
  const { findings, violations, broken } = rest;
  return [
    `${passed ? 'PASS' : 'FAIL'} fault ${fault.n} on ${database}: ${fault.title} (${seconds(tookMs)})`,
    ...findings.map(({ did, came, met, expected }) =>
      met ? `     ${did}: ${came}` : `  !! ${did}: ${came}, but expected ${expected}`,
    ),
    ...Object.entries(fault.waived ?? {}).map(
      ([invariant, why]) => `     ${invariant} is not asked for: ${why}`,
    ),
    ...violations.map(({ invariant, rule, about }) => `  !! ${invariant} broken: ${rule}: ${about}`),
    ...(broken === null ? [] : [`  !! ended early: ${broken}`]),
    ...(passed
      ? []
      : [`     again: npm run chaos -- --seed ${seed} --faults ${fault.n} --database ${database}`]),
  ].join('\n');
}

/** The sums of a run. */
export function describeSummary(
  results: readonly Result[],
  { seed, tookMs }: { seed: string; tookMs: number },
): string {
  const failed = results.filter(({ passed }) => !passed);
  const findings = results.flatMap((each) => each.findings);
  const broken = results.flatMap(({ violations }) => violations.map(({ invariant }) => invariant));
  const names = failed.map(({ fault, database }) => `${fault.n} on ${database}`).join(', ');
  const invariants = [...new Set(broken)].sort().join(', ') || 'none';
  return [
    `${results.length} schedules, ${findings.length} expectations, ${failed.length} failed${names && `: ${names}`}`,
    `invariants broken: ${invariants}; seed ${seed}; ${seconds(tookMs)}`,
  ].join('\n');
}
