import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, type Result } from '#lib/domain/result.ts';

/**
 * Calls a server action and always comes back with a Result, so that a form keeps what was typed whatever happened:
 * besides the action's own problems `stale` when this page is older than the server, `offline` when no answer came,
 * `unexpected` for a crash.
 *
 * After `offline` and `unexpected` the action may have run: repeat it only under the same idempotency key.
 */
export async function callAction<Input, Value>(
  action: (input: Input) => Promise<Result<Value>>,
  input: Input,
): Promise<Result<Value>> {
  try {
    return (await action(input)) ?? fail(problem('offline'));
  } catch (error) {
    return fail(readRejection(error));
  }
}

/** What Next's client throws: a digest for what the server threw, a class for an unknown action, else a broken fetch. */
function readRejection(error: unknown): Problem {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  if (digest !== '') return problem('unexpected', { params: { incident: digest } });
  return problem(error instanceof Error && error.name === 'UnrecognizedActionError' ? 'stale' : 'offline');
}
