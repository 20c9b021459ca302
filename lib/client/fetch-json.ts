import { QueryClient } from '@tanstack/react-query';
import { explainSilence } from '#lib/client/explain-silence.ts';
import { readForeignAnswer, readOwnProblem } from '#lib/client/foreign-answer.ts';
import { isUnattended } from '#lib/client/last-input.ts';
import { waitToRead } from '#lib/client/reading-wait.ts';
import { noteServerTime, now } from '#lib/clock.ts';
import { backgroundHeader } from '#lib/domain/background-read.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** What `fetchJson` throws: the problem a route answered with, or `offline` when no answer came. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;

  constructor(cause: Problem) {
    super(cause.code);
    this.problem = cause;
  }
}

/**
 * Reads one of our own GET routes, in the background where nobody is at the page. Its answers are our own code's, so their shape is
 * taken as promised. Where very many rows were read before, it waits as long as the server asks, and goes on.
 */
export async function fetchJson<Value>(url: string, signal?: AbortSignal): Promise<Value> {
  for (;;) {
    const answer = await fetchOnce<Value>(url, signal);
    if (answer.ok) return answer.value;
    if (answer.problem.code !== 'reading_paced') throw new ProblemError(answer.problem);
    await waitToRead(answer.problem, signal);
  }
}

async function fetchOnce<Value>(url: string, signal?: AbortSignal): Promise<Result<Value>> {
  let response: Response;
  const askedMs = now().getTime();
  try {
    const headers = { accept: 'application/json', ...(isUnattended() ? { [backgroundHeader]: '1' } : {}) };
    response = await fetch(url, { headers, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    return fail(await explainSilence());
  }
  const statedMs = Date.parse(response.headers.get('date') ?? '');
  if (response.ok && !Number.isNaN(statedMs)) noteServerTime({ statedMs, askedMs, gotMs: now().getTime() });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return ok(body as Value);
  return fail(readOwnProblem(body) ?? readForeignAnswer(response));
}

const final: readonly string[] = [
  'signed_out',
  'forbidden',
  'not_found',
  'invalid_input',
  'proxy_sign_in',
  'proxy_refused',
  'request_too_large',
];

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
