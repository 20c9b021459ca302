/**
 * Why nothing is sent by itself until a person has looked: the database is a copy put back, or everything stood still
 * for so long, with something under way, that a number may have been changed outside this console.
 */
export type SetbackKind = 'restored' | 'away';

/** Our own codes for batches that were paused for it. */
export const setbackCodes = { restored: 'Paused.Restored', away: 'Paused.Away' } as const satisfies Record<
  SetbackKind,
  string
>;
