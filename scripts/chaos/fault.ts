import type { Invariant } from '#scripts/campaign/history-facts.ts';
import type { Database } from '#scripts/chaos/database.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Finding } from '#scripts/chaos/finding.ts';
import type { Random } from '#scripts/chaos/random.ts';

/** A row of the table of faults: a schedule, and what has to come of it besides what always has to hold. */
export type Fault = {
  n: number;
  title: string;
  databases: readonly Database[];
  /** What the schedule itself breaks, and how. */
  waived?: Partial<Record<Invariant, string>>;
  run(ground: Environment, random: Random): Promise<Finding[]>;
};
