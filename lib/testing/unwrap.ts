import type { Result } from '#lib/domain/result.ts';

/** The value of a result that a test expects to be good. Throws its problem code otherwise. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
