import { monotonicMs } from '#lib/clock.ts';
import type { Problem } from '#lib/domain/problem.ts';

// A person who has read more rows than the limit waits before the next ones load; see lib/audit-log/reading.ts.

let untilMs = 0;
const listeners = new Set<() => void>();

/** When reading goes on, in ms of `monotonicMs`; 0 while nothing waits. */
export const readingWaitUntil = (): number => untilMs;

/** Calls back when a wait begins or ends; gives the way to stop that. */
export function onReadingWait(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: number): void {
  untilMs = next;
  for (const listener of listeners) listener();
}

/** Resolves when the wait of a `reading_paced` is over; rejects where what waits is not wanted any more. */
export async function waitToRead({ params }: Problem, signal?: AbortSignal): Promise<void> {
  const endMs = monotonicMs() + Math.max(1, Number(params?.seconds ?? 1)) * 1000;
  if (endMs > untilMs) set(endMs);
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, endMs - monotonicMs());
    signal?.addEventListener('abort', stop, { once: true });
  });
  if (monotonicMs() >= untilMs) set(0);
}
