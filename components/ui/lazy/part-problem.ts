import { isMissingPart } from '#components/ui/lazy/missing-chunk.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';

const checkMs = 5000;
/** The bundler names the file in its message. */
const scriptIn = /\/_next\/static\/[^\s:]+\.js/;

/**
 * Why a part that is loaded on demand did not arrive, as far as a look at the server tells: `stale` when the file is
 * gone (the console was updated), `offline` when nothing answers, else `part_missing`, which claims neither.
 */
export async function partProblem(error: unknown): Promise<Problem> {
  const script = isMissingPart(error) ? scriptIn.exec(error.message)?.[0] : undefined;
  try {
    const { status } = await fetch(script ?? '/favicon.svg', {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(checkMs),
    });
    return problem(script && status === 404 ? 'stale' : 'part_missing');
  } catch {
    return problem('offline');
  }
}
