/**
 * How far our clock is behind the provider's, in milliseconds (negative: ahead), from the Date header of an answer.
 * The header has whole seconds, so the middle of its second is taken; good to about a second.
 */
export function measureClockSkewMs(date: string | null, receivedAt: Date): number | null {
  const providerMs = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(providerMs) ? null : providerMs + 500 - receivedAt.getTime();
}

/** Smaller skews are left alone: the provider allows 300 s, and a Date header may be a little stale. */
export const noticeableSkewMs = 60_000;

/** How a skew is told to a person: whole minutes, and which way this server's clock is off. */
export function describeClockSkew(skewMs: number): { direction: 'ahead' | 'behind'; minutes: number } {
  return {
    direction: skewMs < 0 ? 'ahead' : 'behind',
    minutes: Math.max(1, Math.round(Math.abs(skewMs) / 60_000)),
  };
}
