import { isProblemCode, type Problem, type ProblemCode, problem } from '#lib/domain/problem.ts';

type Answer = Pick<Response, 'ok' | 'status' | 'type' | 'redirected' | 'headers'>;

const ours = /^(application\/json|text\/x-component)/;

const codes: Record<number, ProblemCode> = {
  401: 'proxy_sign_in',
  403: 'proxy_refused',
  413: 'request_too_large',
  429: 'proxy_busy',
  502: 'proxy_unavailable',
  503: 'proxy_unavailable',
  504: 'proxy_unavailable',
};

/**
 * What an answer means that none of our code wrote: a proxy's refusal, its sign-in page, or its word that the console is
 * away. A page where data was asked for, or a way elsewhere, is a sign-in page as a rule.
 */
export function readForeignAnswer({ ok, status, type, redirected, headers }: Answer): Problem {
  // Of the kind that only our code sends, and not whole: the connection broke.
  if (ok && ours.test(headers.get('content-type') ?? '')) return problem('offline');
  const elsewhere = type === 'opaqueredirect' || redirected || status < 400;
  return problem(elsewhere ? 'proxy_sign_in' : (codes[status] ?? 'answer_unreadable'), {
    params: { status },
  });
}

/** Reads a problem that our own code answered with; null where it is none. */
export function readOwnProblem(body: unknown): Problem | null {
  const found = (body as { problem?: Problem } | null)?.problem;
  return found && isProblemCode(found.code) ? found : null;
}
