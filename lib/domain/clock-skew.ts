/** Smaller skews are left alone: the provider allows 300 s, and a Date header may be a little stale. */
export const noticeableSkewMs = 60_000;

/**
 * How a skew (ms behind the provider, negative: ahead) is told to a person: whole minutes, and which way this server's
 * clock is off. Null where it is too small to be the cause of anything.
 */
export function describeClockSkew(skewMs: number): { direction: 'ahead' | 'behind'; minutes: number } | null {
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  return Math.abs(skewMs) < noticeableSkewMs ? null : { direction: skewMs < 0 ? 'ahead' : 'behind', minutes };
}
