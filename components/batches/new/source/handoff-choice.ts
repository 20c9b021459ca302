import { makeSessionHandoff } from '#components/batches/new/source/session-handoff.ts';

/** What the board hands over: numbers as `app.number`, or with `search`, a query string, all that match it but those. */
export type CarriedChoice = { search: string | null; keys: string[] };

export const { carry: carryChoice, carried: carriedChoice } = makeSessionHandoff(
  'patchboard-bulk-choice',
  readChoice,
);

/** Takes only what has the right shape. */
export function readChoice(text: string | null): CarriedChoice | null {
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return null;
  const { search, keys } = kept as Partial<Record<keyof CarriedChoice, unknown>>;
  if (search !== null && typeof search !== 'string') return null;
  return Array.isArray(keys) && keys.every((each) => typeof each === 'string') ? { search, keys } : null;
}
