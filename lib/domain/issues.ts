import { isProblemCode, type Problem, problem } from '#lib/domain/problem.ts';

/** What is read of a Zod issue; both Zod builds have it. */
type Issue = {
  code?: string | undefined;
  message: string;
  path: readonly PropertyKey[];
  maximum?: unknown;
  minimum?: unknown;
};

/**
 * Zod's issues as problems of single fields. Schemas name codes as messages: `z.minLength(1, 'name_missing')`; any
 * other issue is an `invalid_input` of its field.
 */
export const readIssues = (issues: readonly Issue[]): Problem[] => issues.map(readIssue);

function readIssue(issue: Issue): Problem {
  const field = issue.path.map(String).join('.');
  const limit = issue.code === 'too_big' ? issue.maximum : issue.code === 'too_small' ? issue.minimum : null;
  return problem(isProblemCode(issue.message) ? issue.message : 'invalid_input', {
    ...(field === '' ? {} : { field }),
    ...(limit === null ? {} : { params: { limit: Number(limit) } }),
  });
}
