/**
 * How far our clock is behind the provider's, in milliseconds (negative: ahead), from the Date header of an answer.
 * The header has whole seconds, so the middle of its second is taken; good to about a second.
 */
export function measureClockSkewMs(date: string | null, receivedAt: Date): number | null {
  const providerMs = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(providerMs) ? null : providerMs + 500 - receivedAt.getTime();
}
