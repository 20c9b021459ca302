/** Why a line of a batch cannot be put back, in the order they are told. */
export const leftOutReasons = [
  'first',
  'changed',
  'already',
  'noUrl',
  'urlNotAllowed',
  'appGone',
  'refused',
  'unsent',
  'underWay',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** How many lines of a batch can be put back, and how many cannot, by reason; together they are `total`. */
export type UndoCounts = {
  total: number;
  restorable: number;
  leftOut: { why: LeftOutReason; count: number }[];
};

/** The same when the batch that takes it back was stored. `restoring`: how many of its lines send just what was there before. */
export type KeptUndoCounts = UndoCounts & { restoring: number };
