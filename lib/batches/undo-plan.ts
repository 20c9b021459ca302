import type { UndoRow } from '#lib/batches/store-undo.ts';
import type { LeftOutLine } from '#lib/batches/view.ts';
import {
  type KeptUndoCounts,
  type LeftOutReason,
  leftOutReasons,
  type UndoCounts,
} from '#lib/domain/undo-plan.ts';
import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';

type Given = { appIds: ReadonlySet<string>; allowHttp: boolean };

const whileState: Partial<Record<UndoRow['state'], LeftOutReason>> = {
  queued: 'underWay',
  sending: 'underWay',
  refused: 'refused',
  unsent: 'unsent',
};

/**
 * Why a line cannot be put back; null where it can. The same rules as for the restore of a single row
 * (`lib/bind-number/restore.ts`), and what is true of a number now: what somebody has changed since is theirs.
 */
export function whyLeftOut(row: UndoRow, { appIds, allowHttp }: Given): LeftOutReason | null {
  const byState = whileState[row.state];
  if (byState !== undefined) return byState;
  const { before } = row;
  if (before !== null && hasAlready(row, before)) return 'already';
  if (!row.isNewest) return 'changed';
  if (before === null) return 'first';
  if (before.callbackUrl === null) return 'noUrl';
  if (!appIds.has(row.appId)) return 'appGone';
  const read = readCallbackUrl(before.callbackUrl, { allowHttp });
  // The rules may have become stricter since. What they would rewrite is not the text that was in force.
  return read.ok && read.value.url === before.callbackUrl ? null : 'urlNotAllowed';
}

type Change = { callbackUrl: string | null; numberType: string | null };

const same = (one: Change, other: Change): boolean =>
  one.callbackUrl === other.callbackUrl && one.numberType === other.numberType;

/** The number has what it had before the batch, also if a request of unknown outcome was applied. */
const hasAlready = ({ bound, open }: UndoRow, before: Change): boolean =>
  bound !== null && same(bound, before) && (open === null || same(open, before));

/** Left-out lines by reason, each with the first few of them. */
export function groupLeftOut(leftOut: readonly { why: LeftOutReason; line: LeftOutLine }[], most: number) {
  const byReason = Map.groupBy(leftOut, ({ why }) => why);
  return leftOutReasons.flatMap((why) => {
    const lines = byReason.get(why) ?? [];
    return lines.length === 0
      ? []
      : [{ why, count: lines.length, lines: lines.slice(0, most).map(({ line }) => line) }];
  });
}

/** What is kept with the batch that takes another one back; `restoring`: how many of its lines do. */
export const toKeptCounts = (
  { total, restorable, leftOut }: UndoCounts,
  restoring: number,
): KeptUndoCounts => ({
  total,
  restorable,
  restoring,
  leftOut: leftOut.map(({ why, count }) => ({ why, count })),
});
