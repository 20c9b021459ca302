import type { ProblemCode } from '#lib/domain/problem.ts';

const statuses: Partial<Record<ProblemCode, number>> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 400,
  sign_in_throttled: 429,
  sign_in_account_busy: 429,
  too_many_requests: 429,
  export_too_many_waiting: 429,
  reading_paced: 429,
  unexpected: 500,
};

/**
 * The HTTP status that says the same as a problem; undefined where the request was fine and its answer is no, such
 * as a wrong password or a number that somebody else has changed.
 */
export const statusOf = (code: ProblemCode): number | undefined => statuses[code];
