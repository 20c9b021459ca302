import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';
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
