import type { StartBatchInput } from '#lib/batches/schema.ts';
import type { BindInput } from '#lib/bind-number/schema.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

export const appId = '1400000000';

/** A landline of its own for each place from 0 to 899,999. */
export const numberAt = (place: number): string => `0086075587${String(100_000 + place)}`;

/** What a browser sends when a person confirms the bind of one number that was never set before. */
export const bindOf = (number: string, made: number): BindInput =>
  wants({
    number,
    numberType: made % 2 === 0 ? 'number' : null,
    callbackUrl: `https://hooks.example.com/person/${made}`,
  });

/** What a browser sends after the dry run of these numbers; `seen` is the newest binding that it showed of each. */
export const batchOf = (
  numbers: readonly { number: string; seen: string | null }[],
  made: number,
): StartBatchInput => {
  const callbackUrl = `https://hooks.example.com/batch/${made}`;
  return wantsBatch(
    numbers.map((line) => ({ ...line, callbackUrl })),
    { title: `batch ${made}` },
  );
};

/** Refused for the limit: certainly not applied, so the line queues up again. */
export const throttling = {
  kind: 'code',
  code: 'RequestLimitExceeded',
  message: 'slow',
  applied: false,
} as const;
/** The connection is cut without an answer. */
export const cutOff = { kind: 'reset', applied: false } as const;

/** One number in so many meets trouble at the simulator. */
const troubled = 8;

/** What happens to the requests for a number, drawn; null for most. All of it ends, so that every line can. */
export function drawTrouble(number: string, roll: (below: number) => number): ProgramInput | null {
  if (roll(troubled) > 0) return null;
  const times = 1 + roll(3);
  const fault = troubles[roll(troubles.length)]?.(roll);
  return fault === undefined ? null : { when: { number }, times, fault };
}

const code = (name: string, applied: boolean) =>
  ({ kind: 'code', code: name, message: 'no', applied }) as const;

const troubles: readonly ((roll: (below: number) => number) => ProgramInput['fault'])[] = [
  () => ({ kind: 'reset', applied: true }),
  () => cutOff,
  (roll) => ({ kind: 'latency', ms: 100 + roll(2_500) }),
  () => throttling,
  () => code('InvalidParameter', false),
  () => code('AuthFailure.SecretIdNotFound', false),
  () => code('InternalError', true),
  () => code('InternalError', false),
  () => ({ kind: 'status', applied: true, status: 502 }),
  () => ({ kind: 'cut', applied: true, bytes: 20 }),
];
