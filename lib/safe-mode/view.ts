import type { SetbackKind } from '#lib/domain/setback.ts';

/** What a person is told of a setback that stands. Times are UTC ISO 8601. */
export type SetbackView = {
  kind: SetbackKind;
  /** The last sign of life before it: of a copy, when it was made, to half a minute. */
  since: string;
  noticedAt: string;
  /** Numbers of which nothing newer is known than from before. */
  numbers: number;
  /** Batches that were paused for it and still are. */
  batches: number;
};
