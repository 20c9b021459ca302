import { makeSessionHandoff } from '#components/batches/new/source/session-handoff.ts';

/** What the bind form hands over when several numbers were pasted into it. */
export type Carried = { numbers: string[]; appId: string; callbackUrl: string };

export const { carry: carryNumbers, carried: carriedNumbers } = makeSessionHandoff(
  'patchboard-bulk-numbers',
  readCarried,
);

/** Takes only what has the right shape. */
function readCarried(text: string | null): Carried | null {
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return null;
  const { numbers, appId, callbackUrl } = kept as Partial<Record<keyof Carried, unknown>>;
  if (!Array.isArray(numbers) || !numbers.every((each) => typeof each === 'string')) return null;
  return {
    numbers,
    appId: typeof appId === 'string' ? appId : '',
    callbackUrl: typeof callbackUrl === 'string' ? callbackUrl : '',
  };
}
