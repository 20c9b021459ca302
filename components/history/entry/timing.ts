import type { AttemptView } from '#lib/bindings/view.ts';

/** A stretch of time of one request, in ms: until its first byte left, and from there to the last byte of the answer. */
export type Span = { n: number; waitMs: number; wireMs: number };

export type Timing = { spans: Span[]; totalMs: number };

type Measured = Pick<AttemptView, 'n' | 'committedAt' | 'finishedAt' | 'durationMs'>;

/**
 * How the time from storing the first request to the last answer was spent. The answer's time and how long it took give
 * when the first byte left: a signature names only the second. Null where a request is not over, or ended unseen.
 */
export function timingOf(attempts: readonly Measured[]): Timing | null {
  const spans: Span[] = [];
  for (const { n, committedAt, finishedAt, durationMs } of attempts) {
    if (finishedAt === null || durationMs === null) return null;
    const storedMs = Date.parse(committedAt);
    const sentMs = Math.max(storedMs, Date.parse(finishedAt) - durationMs);
    spans.push({ n, waitMs: sentMs - storedMs, wireMs: durationMs });
  }
  if (spans.length === 0) return null;
  return { spans, totalMs: spans.reduce((sum, { waitMs, wireMs }) => sum + waitMs + wireMs, 0) };
}
