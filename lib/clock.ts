import { clockAhead } from '#lib/domain/server-time.ts';

/** The one place that reads the wall clock, so that time can be passed in everywhere else. */
export const now = (): Date => new Date();

/** Milliseconds on a clock that never jumps. Only differences mean anything. */
export const monotonicMs = (): number => performance.now();

// In a browser, whose clock may be wrong, times are shown and ranges are cut by the server's.
let aheadMs = 0;
const listeners = new Set<() => void>();

/** What the server's clock shows now, as far as its answers have told. On the server itself the same as `now`. */
export const serverNow = (): Date => new Date(now().getTime() + aheadMs);

/** How far the server's clock is ahead of this one, in ms; 0 where it is not known to differ. */
export const serverAheadMs = (): number => aheadMs;

/** For browsers: an answer of the server stated its time. See `clockAhead`. */
export function noteServerTime(stated: Parameters<typeof clockAhead>[1]): void {
  const next = clockAhead(aheadMs, stated);
  if (next === aheadMs) return;
  aheadMs = next;
  for (const listener of listeners) listener();
}

/** Calls back when the difference changes; gives the way to stop that. */
export function onServerTime(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
