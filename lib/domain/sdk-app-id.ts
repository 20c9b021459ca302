import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/**
 * An SdkAppId as the exact digits that are sent: 1 to 2^53-1, the integers every JSON reader agrees on.
 * Refuses signs, blanks, exponents, other bases and leading zeros, so that what is shown is what is sent.
 */
export function parseSdkAppId(text: string): Result<string, Problem> {
  if (text === '') return fail(problem('app_missing', { field: 'appId' }));
  const wellFormed = /^[1-9][0-9]{0,15}$/.test(text) && Number.isSafeInteger(Number(text));
  return wellFormed ? ok(text) : fail(problem('app_malformed', { field: 'appId' }));
}
