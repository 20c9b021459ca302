/**
 * How much this console knows of a number. `set`: bound here, and nothing open since. `unknown`: a newer change is under way or
 * its outcome is unknown. `never`: never bound here. A change made elsewhere joins them once such changes are watched.
 */
export const numberLabels = ['set', 'unknown', 'never'] as const;
export type NumberLabel = (typeof numberLabels)[number];

export const labelOf = (line: {
  boundBindingId: string | null;
  openBindingId: string | null;
}): NumberLabel => (line.openBindingId ? 'unknown' : line.boundBindingId ? 'set' : 'never');

/**
 * What the provider's list says of a number. `other`: a State nobody has documented, or none. `missing`: the list was read and
 * does not hold it. `unread`: the list was not read since the number is known here.
 */
export const providerStates = [
  'normal',
  'overdue',
  'disabled',
  'violation',
  'other',
  'missing',
  'unread',
] as const;
export type ProviderState = (typeof providerStates)[number];

/** State as DescribeNumbers documents it. */
export const documentedStates = { normal: 1, overdue: 2, disabled: 4, violation: 5 } as const;

export function providerStateOf(line: {
  providerState: number | null;
  providerListed: boolean | null;
}): ProviderState {
  if (line.providerListed === null) return 'unread';
  if (!line.providerListed) return 'missing';
  const known = Object.entries(documentedStates).find(([, state]) => state === line.providerState);
  return (known?.[0] as keyof typeof documentedStates | undefined) ?? 'other';
}
