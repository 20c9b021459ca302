import { readForeignAnswer } from '#lib/client/foreign-answer.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

/**
 * Why a request had no answer that a page may see. A proxy that leads to its sign-in page on another host looks to the
 * browser like a broken connection, unless it is asked not to follow.
 */
export async function explainSilence(): Promise<Problem> {
  const answer = await fetch('/api/health', { redirect: 'manual', cache: 'no-store' }).catch(() => null);
  const silent = answer === null || answer.headers.get('content-type') === 'application/json';
  return silent ? problem('offline') : readForeignAnswer(answer);
}
