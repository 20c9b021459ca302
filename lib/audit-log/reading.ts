import 'server-only';
import { RowsSeen } from '#lib/audit-log/rows-seen.ts';
import { recordEvent } from '#lib/audit-log/service.ts';
import { addToCount, linkCount } from '#lib/audit-log/store-counts.ts';
import {
  type BudgetRow,
  beginCount,
  findCounted,
  growCount,
  lockBudget,
  saveBudget,
} from '#lib/audit-log/store-reading.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { monotonicMs } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { type ReadingScope, readingLimits } from '#lib/domain/reading-limits.ts';
import type { UrlsReadFor } from '#lib/domain/recorded-event.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

type Ground = { db: Database };

const minuteMs = 60_000;
const hourMs = 3_600_000;
const windowMinutes = readingLimits.windowMs / minuteMs;

const sumOf = (minutes: BudgetRow['minutes']): number => minutes.reduce((sum, [, rows]) => sum + rows, 0);

/**
 * Gives a person rows, and counts those that they were not given lately: over 1,000 in ten minutes is one event with their
 * number, over the limit of the scope they have to wait (`reading_paced`, with `seconds`). Counted by person, over all
 * processes on the database. `keys` name the rows. Call it after the right was asked for, with what is about to be given.
 */
export async function giveRows<Value>(
  ground: Ground,
  viewer: Viewer,
  { scope = 'lists', keys }: { scope?: ReadingScope; keys: readonly string[] },
  value: Value,
): Promise<Result<Value>> {
  const refusal = await countRows(ground, viewer, scope, keys);
  return refusal === null ? ok(value) : fail(refusal);
}

/** Counts what is given in any case: the overview has at most the newest rows of each kind. */
export const noteRows = async (ground: Ground, viewer: Viewer, keys: readonly string[]): Promise<void> =>
  void (await countRows(ground, viewer, 'lists', keys));

async function countRows(
  { db }: Ground,
  viewer: Viewer,
  scope: ReadingScope,
  keys: readonly string[],
): Promise<Problem | null> {
  const holder = `${scope} ${viewer.id}`;
  const seen = processSingleton('rows-seen', () => new RowsSeen());
  const unseen = seen.unseenOf(holder, keys, monotonicMs());
  if (unseen.length === 0) return null;
  const refusal = await db.transaction((tx) => spend(tx, viewer, scope, unseen.length));
  if (refusal === null) seen.mark(holder, unseen, monotonicMs());
  return refusal;
}

/** Takes rows from a person's budget, or says how long to wait. One person's requests come one after the other here. */
async function spend(
  tx: Database,
  viewer: Viewer,
  scope: ReadingScope,
  rows: number,
): Promise<Problem | null> {
  const { row, nowMs } = await lockBudget(tx, { personId: viewer.id, scope });
  const minute = Math.floor(nowMs / minuteMs);
  // One more than the window has: the oldest is only partly in it, and counts whole.
  const recent = row.minutes.filter(([at]) => at >= minute - windowMinutes);
  const before = sumOf(recent);
  if (before + rows > readingLimits.rows[scope] && before > 0)
    return problem('reading_paced', {
      params: { seconds: waitSeconds(recent, { rows, scope, nowMs }), rows: readingLimits.rows[scope] },
    });
  const sum = before + rows;
  const minutes = add(recent, minute, rows);
  const wasOver = before > readingLimits.recordedOver ? row.eventId : null;
  if (sum <= readingLimits.recordedOver) await saveBudget(tx, { ...row, minutes, eventId: null });
  else if (wasOver !== null) {
    await growCount(tx, wasOver, rows);
    await saveBudget(tx, { ...row, minutes, eventId: wasOver });
  } else {
    const eventId = await recordEvent({ db: tx }, viewer, { kind: 'bulkRead', details: { scope } });
    const hour = new Date(Math.floor(nowMs / hourMs) * hourMs);
    await beginCount(tx, { eventId, hour, key: `bulkRead:${eventId}`, count: sum });
    await saveBudget(tx, { ...row, minutes, eventId });
  }
  return null;
}

function add(minutes: BudgetRow['minutes'], minute: number, rows: number): BudgetRow['minutes'] {
  const own = minutes.find(([at]) => at === minute)?.[1] ?? 0;
  return [...minutes.filter(([at]) => at !== minute), [minute, own + rows]];
}

/** Until so many of the counted minutes have left the window that the rows fit. */
function waitSeconds(
  minutes: BudgetRow['minutes'],
  { rows, scope, nowMs }: { rows: number; scope: ReadingScope; nowMs: number },
): number {
  let left = sumOf(minutes);
  for (const [at, counted] of minutes.toSorted(([one], [other]) => one - other)) {
    left -= counted;
    if (left + rows <= readingLimits.rows[scope] || left === 0)
      return Math.max(1, Math.ceil(((at + windowMinutes + 1) * minuteMs - nowMs) / 1000));
  }
  return readingLimits.windowMs / 1000;
}

/**
 * Records that somebody is about to be given whole URLs for a batch: one event a batch, whose count grows. `part`: what
 * names the batch, which may not be stored yet.
 */
export async function recordUrlsRead(
  { db }: Ground,
  viewer: Viewer,
  { use, part, batchId, urls }: { use: UrlsReadFor; part: string; batchId: string | null; urls: number },
): Promise<void> {
  if (urls === 0) return;
  await db.transaction(async (tx) => {
    const { nowMs } = await lockBudget(tx, { personId: viewer.id, scope: 'batches' });
    const place = {
      hour: new Date(Math.floor(nowMs / hourMs) * hourMs),
      key: `urlsRead:${viewer.id}:${use}:${part}`,
    };
    const known = await findCounted(tx, place.hour, place.key);
    await addToCount(tx, place, urls);
    if (known !== null) return;
    const eventId = await recordEvent({ db: tx }, viewer, { kind: 'urlsRead', details: { use, batchId } });
    await linkCount(tx, place, eventId);
  });
}
