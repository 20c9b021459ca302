import type { BindingDetailView } from '#lib/bindings/view.ts';

export type SupportLine = readonly [name: string, value: string | null];

/**
 * The URL with the values of its query hidden: they may be tokens, and what support needs is where the call goes.
 * A URL that cannot be read shows its first part alone.
 */
export function withoutQueryValues(url: string): string {
  const [address = '', query] = url.split('?', 2);
  if (query === undefined) return address;
  const names = query.split('&').map((pair) => (pair.includes('=') ? `${pair.split('=', 1)[0]}=…` : '…'));
  return `${address}?${names.join('&')}`;
}

/** One line a request: number, time it was signed, how it ended, code, HTTP status, RequestId. */
export const attemptLines = (binding: BindingDetailView): string[] =>
  binding.attempts.map((attempt) =>
    [
      `#${attempt.n}`,
      attempt.signedAt ?? attempt.committedAt,
      attempt.outcome ?? 'sending',
      attempt.code,
      attempt.httpStatus === null ? null : `HTTP ${attempt.httpStatus}`,
      attempt.durationMs === null ? null : `${attempt.durationMs} ms`,
      attempt.requestId,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  );

/** Text to paste into a ticket: names and values, empty ones left out, in the order given. Times are UTC. */
export const supportSummary = (lines: readonly SupportLine[]): string =>
  lines
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
