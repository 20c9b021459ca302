import { createHmac } from 'node:crypto';
import type { NumberKey } from '#lib/bindings/store-facts.ts';
import { hiddenPartsOf } from '#lib/domain/urls/callback-url-secrets.ts';

/** Long enough to tell a few parts of one number apart, and of no use to find one by trying. */
const markLength = 8;

/**
 * One mark for each hidden part of a URL, in their order: equal marks, equal parts. For telling by position what differs
 * between two URLs of one number that are shown with the same `***`. Keyed, since short secrets could be found from a
 * plain digest by trying; and by number, so that marks say nothing across numbers.
 */
export function hiddenMarks(url: string | null, { appId, number }: NumberKey, key: string): string[] {
  if (url === null) return [];
  return hiddenPartsOf(url).map((part) =>
    createHmac('sha256', key)
      .update(JSON.stringify(['hidden part', appId, number, part]))
      .digest('base64url')
      .slice(0, markLength),
  );
}
