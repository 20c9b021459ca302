import type { StartBatchInput } from '#lib/batches/schema.ts';
import type { BindInput } from '#lib/bind-number/schema.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

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
}: BindWish): BindInput => wants({ idempotencyKey: key, number, callbackUrl, seen });

export type LineWish = { number: string; callbackUrl?: string };
export type StartWish = { key: string };

export const startInput = (
  lines: readonly LineWish[],
  { key, seen }: StartWish & { seen: readonly (string | null)[] },
): StartBatchInput =>
  wantsBatch(
    lines.map(({ number, callbackUrl = urlFor(number, key) }, index) => ({
      number,
      callbackUrl,
      seen: seen[index] ?? null,
    })),
    { idempotencyKey: key },
  );
