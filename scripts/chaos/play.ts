import type { Violation } from '#scripts/campaign/history-facts.ts';
import { checkGround } from '#scripts/chaos/check.ts';
import type { Database } from '#scripts/chaos/database.ts';
import { Environment } from '#scripts/chaos/environment.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import type { Finding } from '#scripts/chaos/finding.ts';
import { createRandom } from '#scripts/chaos/random.ts';
import type { Site } from '#scripts/chaos/site.ts';

export type Result = {
  fault: Fault;
  database: Database;
  seed: number;
  findings: Finding[];
  violations: Violation[];
  /** What ended the schedule before its end, with the last words of its processes; null when nothing did. */
  broken: string | null;
  passed: boolean;
  tookMs: number;
};

/** Plays one fault on a ground of its own and checks everything that has to hold. Never rejects for the product's sake. */
export async function playFault(
  site: Site,
  fault: Fault,
  { database, seed }: { database: Database; seed: number },
): Promise<Result> {
  const began = performance.now();
  const ground = await Environment.open(await site.createDatabase(database));
  const random = createRandom(seed, fault.n, database);
  let findings: Finding[] = [];
  let violations: Violation[] = [];
  let broken: string | null = null;
  const endWith = (error: unknown) => {
    broken ??= `${error instanceof Error ? (error.stack ?? error.message) : error}\n${lastWordsOf(ground)}`;
  };
  try {
    findings = await fault.run(ground, random).catch((error: unknown) => {
      endWith(error);
      return [];
    });
    // Also after an early end, of which a broken rule may be the reason.
    violations = (await checkGround(ground)).filter(({ invariant }) => !fault.waived?.[invariant]);
  } catch (error) {
    endWith(error);
  } finally {
    await ground.close();
  }
  const passed = broken === null && violations.length === 0 && findings.every(({ met }) => met);
  const tookMs = performance.now() - began;
  return { fault, database, seed, findings, violations, broken, passed, tookMs };
}

const lastWordsOf = ({ servers, workers }: Environment): string =>
  [...servers, ...workers].map((each) => each.output().slice(-1_500)).join('\n--\n');
