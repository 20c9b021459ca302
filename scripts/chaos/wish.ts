import type { BindInput } from '#lib/bindings/schema.ts';
import type { BatchFactsInput, StartBatchInput } from '#lib/bulk/schema.ts';

export const appId = '1400000000';

export type BindWish = {
  number: string;
  /** The idempotency key. */
  key: string;
  callbackUrl?: string;
  /** Left out: as it is known at the moment. */
  seen?: string | null;
};

/** An address that no other wish has, so that a number bound to the wrong one is noticed. */
const urlFor = (number: string, key: string) => `https://hooks.example.com/${number}/${key.slice(0, 8)}`;

export const bindInput = ({
  number,
  key,
  seen = null,
  callbackUrl = urlFor(number, key),
}: BindWish): BindInput => ({
  idempotencyKey: key,
  appId,
  number,
  numberType: 'number',
  callbackUrl,
  reason: null,
  seen,
  source: 'form',
  restoresBindingId: null,
  sendUnchanged: false,
});

export type LineWish = { number: string; callbackUrl?: string };
export type StartWish = { key: string };

export const linesInput = (lines: readonly LineWish[]): BatchFactsInput => ({
  keys: lines.map(({ number }) => ({ appId, number })),
});

export const startInput = (
  lines: readonly LineWish[],
  { key, seen }: StartWish & { seen: readonly (string | null)[] },
): StartBatchInput => ({
  idempotencyKey: key,
  title: null,
  reason: null,
  undoesBatchId: null,
  confirmedCount: lines.length,
  lines: lines.map(({ number, callbackUrl = urlFor(number, key) }, index) => ({
    line: index + 1,
    appId,
    number,
    numberType: 'number',
    callbackUrl,
    seen: seen[index] ?? null,
  })),
});
