import { checkArrivals } from '#scripts/campaign/check-arrivals.ts';
import { checkInFlight, checkReasons, checkRecord } from '#scripts/campaign/check-attempts.ts';
import { checkBatches, checkEnds, checkIntents } from '#scripts/campaign/check-ends.ts';
import { checkPace, checkWorld } from '#scripts/campaign/check-world.ts';
import {
  type History,
  type Invariant,
  indexHistory,
  type Violation,
} from '#scripts/campaign/history-facts.ts';

/** Joins the console's history with the simulator's wire log and lists every broken promise; empty when all hold. */
export function checkHistory(history: History): Violation[] {
  const violations: Violation[] = [];
  const report = (invariant: Invariant, rule: string, about: string) =>
    violations.push({ invariant, rule, about });
  const indexed = indexHistory(history);
  checkIntents(indexed, report);
  checkBatches(indexed, report);
  checkEnds(indexed, report);
  checkArrivals(indexed, report);
  checkReasons(indexed, report);
  checkInFlight(indexed, report);
  checkRecord(indexed, report);
  checkWorld(indexed, report);
  checkPace(indexed, report);
  return violations;
}
