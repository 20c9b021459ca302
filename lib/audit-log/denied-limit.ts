import 'server-only';
import { fullAnHour, hourOf, recordOrCount } from '#lib/audit-log/repeated.ts';
import type { Actor } from '#lib/audit-log/store.ts';
import { addToCount, sumCounts } from '#lib/audit-log/store-counts.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';

type Ground = { db: Database };

/** People's ids have no colon. */
const keyOf = (personId: string, act?: string) =>
  act === undefined ? `denied:${personId}` : `denied:${personId}:${act}`;

/**
 * Records what a person without the right asked for. `record` stores it in full for the first ten acts of a person in a clock
 * hour, whatever they are and however many sessions and servers they go through; the eleventh leaves one event that says
 * that further ones are counted, and from then on only the person's count and the act's go up. Rows of history and events
 * are never deleted, so a flood of them would stay for ever.
 */
export async function recordDeniedAct(
  ground: Ground,
  actor: Actor,
  { act, record }: { act: string; record: () => Promise<unknown> },
): Promise<void> {
  const hour = hourOf(now());
  const counter = { scope: 'person', key: keyOf(actor.id), limit: fullAnHour } as const;
  const isFull = await recordOrCount(ground, actor, { of: 'denied', counters: [counter], hour, record });
  if (!isFull) await addToCount(ground.db, { hour, key: keyOf(actor.id, act) });
}

export type CountedSearch = {
  acts: readonly string[];
  /** Ids; left out: everybody's. */
  people?: readonly string[] | undefined;
  /** Hours that end after this, and hours that begin before this. */
  from?: Date | undefined;
  to?: Date | undefined;
};

/** How many denied acts were only counted. A count says no more than the hour: one at the edge of a range counts whole. */
export const countDeniedActs = ({ db }: Ground, { acts, people, from, to }: CountedSearch): Promise<number> =>
  sumCounts(db, { prefix: 'denied', names: people, suffixes: acts, from: from && hourOf(from), to });
