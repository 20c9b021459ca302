import 'server-only';
import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { EventSearch } from '#lib/audit-log/search-params.ts';
import { matching } from '#lib/audit-log/store-search.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { eventCounts, events } from '#lib/db/schema.ts';
import type { TimeCursor } from '#lib/domain/paging.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';
import { makeTimeOrderedId } from '#lib/domain/time-ordered-id.ts';
import { parseAddress } from '#lib/server/peer.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** Who did something: a viewer, or one of `actorIds`. */
export type Actor = Pick<Viewer, 'id' | 'name' | 'email' | 'address'>;

export type EventRow = typeof events.$inferSelect;

/** Two events of one process are never of one millisecond: ids of one do not tell what came first. */
function nextTime(): Date {
  const clock = processSingleton('event-time', () => ({ lastMs: 0 }));
  const at = now().getTime();
  // A clock that was set back counts at once.
  const isAhead = at <= clock.lastMs && clock.lastMs - at < 1_000;
  clock.lastMs = isAhead ? clock.lastMs + 1 : at;
  return new Date(clock.lastMs);
}

export async function insertEvent(db: Database, actor: Actor, event: RecordedEvent): Promise<EventRow> {
  const at = nextTime();
  const id = makeTimeOrderedId(at);
  const { id: actorId, name: actorName, email: actorEmail } = actor;
  const actorAddress = parseAddress(actor.address ?? '');
  const values = { id, at, actorId, actorName, actorEmail, actorAddress, ...event };
  const [row] = await db.insert(events).values(values).returning();
  if (!row) throw new Error('An inserted event has a row.');
  return row;
}

/** With how many acts it counts; null for an event that counts none. */
export type CountedRow = EventRow & { count: number | null };

const selectEvents = (db: Database) =>
  db
    .select({ ...getTableColumns(events), count: eventCounts.count })
    .from(events)
    .leftJoin(eventCounts, eq(eventCounts.eventId, events.id));

export async function findEvent(db: Database, id: string): Promise<CountedRow | null> {
  const [row] = await selectEvents(db).where(eq(events.id, id));
  return row ?? null;
}

/** Where a page lies: right after a place or right before it; the newest page without one. */
export type Place = { after: TimeCursor } | { before: TimeCursor } | null;

/** One page of what is searched for, newest first, and whether more lies in the direction it was asked for. */
export async function listEventRows(
  db: Database,
  search: EventSearch,
  { place, size }: { place: Place; size: number },
): Promise<{ rows: CountedRow[]; more: boolean }> {
  const own = sql`(${events.at}, ${events.id})`;
  const of = ({ key, id }: TimeCursor) => sql`(${key.toISOString()}::timestamptz, ${id}::text)`;
  const backwards = place !== null && 'before' in place;
  const direction = backwards ? asc : desc;
  const found = await selectEvents(db)
    .where(
      and(
        matching(db, search),
        place === null
          ? undefined
          : 'before' in place
            ? sql`${own} > ${of(place.before)}`
            : sql`${own} < ${of(place.after)}`,
      ),
    )
    .orderBy(direction(events.at), direction(events.id))
    .limit(size + 1);
  const rows = found.slice(0, size);
  return { rows: backwards ? rows.reverse() : rows, more: found.length > size };
}
