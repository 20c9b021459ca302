import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import { statusOf } from '#lib/entry/status-of.ts';
import { answerWith } from '#lib/server/answer.ts';
import { logIncident } from '#lib/server/log.ts';

/**
 * Runs what stands behind a door. What nobody expected is logged under an incident number, and only that number
 * leaves.
 */
export async function settle<Value>(
  doing: string,
  run: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await run();
  } catch (error) {
    // Redirects and the like are thrown by Next to itself.
    unstable_rethrow(error);
    return fail(problem('unexpected', { params: { incident: logIncident(error, doing) } }));
  }
}

/** The same for an action, whose refusals also have their status. */
export async function settleAction<Value>(run: () => Promise<Result<Value>>): Promise<Result<Value>> {
  const result = await settle('an action', run);
  const status = result.ok ? undefined : statusOf(result.problem.code);
  if (status !== undefined) answerWith(status);
  return result;
}
