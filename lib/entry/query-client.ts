import { QueryClient } from '@tanstack/react-query';
import { isProblemCode, type Problem, problem } from '#lib/domain/problem.ts';

/** What `fetchJson` throws: the problem a route answered with, or `offline` when no answer came. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;

  constructor(cause: Problem) {
    super(cause.code);
    this.problem = cause;
  }
}

/** Reads one of our own GET routes. Its answers are our own code's, so their shape is taken as promised. */
export async function fetchJson<Value>(url: string, signal?: AbortSignal): Promise<Value> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(problem('offline'));
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as Value;
  throw new ProblemError(readProblem(body));
}

function readProblem(body: unknown): Problem {
  const found = (body as { problem?: Problem } | null)?.problem;
  return found && isProblemCode(found.code) ? found : problem('unexpected', { params: { incident: '–' } });
}

const final: readonly string[] = ['signed_out', 'forbidden', 'not_found', 'invalid_input'];

/** One client a render on the server, one a page in the browser. A refusal is not asked again, a hiccup twice. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 1000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ProblemError && final.includes(error.problem.code)),
      },
    },
  });
