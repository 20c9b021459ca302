import 'server-only';
import { forbidden, unauthorized, unstable_rethrow } from 'next/navigation';
import { problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';
import { logIncident } from '#lib/server/log.ts';

/**
 * Runs what stands behind a door. Refusals of a service become the framework's 401 and 403; what nobody expected is
 * logged under an incident number, and only that number leaves.
 */
export async function settleAction<Value>(run: () => Promise<Result<Value>>): Promise<Result<Value>> {
  const result = await settle('an action', run);
  if (!result.ok && result.problem.code === 'signed_out') unauthorized();
  if (!result.ok && result.problem.code === 'forbidden') forbidden();
  return result;
}

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
