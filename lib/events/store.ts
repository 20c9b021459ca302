import 'server-only';
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/client.ts';
import { events } from '#lib/db/schema.ts';
import type { TimeCursor } from '#lib/domain/paging.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';
import { makeTimeOrderedId } from '#lib/domain/time-ordered-id.ts';
import { now } from '#lib/server/clock.ts';

export type EventRow = typeof events.$inferSelect;

export async function insertEvent(db: Database, viewer: Viewer, event: RecordedEvent): Promise<string> {
  const at = now();
  const id = makeTimeOrderedId(at);
  const { id: actorId, name: actorName, email: actorEmail, address: actorAddress } = viewer;
  await db.insert(events).values({ id, at, actorId, actorName, actorEmail, actorAddress, ...event });
  return id;
}

export async function findEvent(db: Database, id: string): Promise<EventRow | null> {
  const [row] = await db.select().from(events).where(eq(events.id, id));
  return row ?? null;
}

/** Where a page lies: right after a place or right before it; the newest page without one. */
export type Place = { after: TimeCursor } | { before: TimeCursor } | null;

/** One page, newest first, and whether more lies in the direction it was asked for. */
export async function listEventRows(
  db: Database,
  place: Place,
  size: number,
): Promise<{ rows: EventRow[]; more: boolean }> {
  const own = sql`(${events.at}, ${events.id})`;
  const of = ({ key, id }: TimeCursor) => sql`(${key.toISOString()}::timestamptz, ${id}::text)`;
  const backwards = place !== null && 'before' in place;
  const direction = backwards ? asc : desc;
  const found = await db
    .select()
    .from(events)
    .where(
      place === null
        ? undefined
        : 'before' in place
          ? sql`${own} > ${of(place.before)}`
          : sql`${own} < ${of(place.after)}`,
    )
    .orderBy(direction(events.at), direction(events.id))
    .limit(size + 1);
  const rows = found.slice(0, size);
  return { rows: backwards ? rows.reverse() : rows, more: found.length > size };
}
