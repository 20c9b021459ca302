import 'server-only';
import { toLine } from '#lib/audit-log/line.ts';
import type { EventSearch } from '#lib/audit-log/search-params.ts';
import {
  type Actor,
  type CountedRow,
  findEvent,
  insertEvent,
  listEventRows,
  type Place,
} from '#lib/audit-log/store.ts';
import type { EventPage, EventView } from '#lib/audit-log/view.ts';
import { can } from '#lib/auth/permissions.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { afterCommit } from '#lib/db/after-commit.ts';
import type { Database } from '#lib/db/client.ts';
import { encodeCursor, parseTimeCursor } from '#lib/domain/paging.ts';
import { problem } from '#lib/domain/problem.ts';
import { actorKindOf, type RecordedEvent } from '#lib/domain/recorded-event.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { writeLine } from '#lib/server/log.ts';

type Ground = { db: Database };

export const eventPageSize = 50;

/**
 * Records what somebody is about to do, and gives the record's id. Await it before doing it: what is not recorded is
 * not done. The service that calls it has asked for the right. Once it is committed, one line on stdout says the same;
 * see lib/db/after-commit.ts for when that line is missing.
 */
export async function recordEvent({ db }: Ground, actor: Actor, event: RecordedEvent): Promise<string> {
  const row = await insertEvent(db, actor, event);
  afterCommit(db, () => writeLine('audit', { event: toLine(row) }));
  return row.id;
}

/** One event, for the service that has recorded it; null for any other id. */
export async function findRecorded({ db }: Ground, id: string): Promise<EventView | null> {
  const row = /^[0-9a-f-]{36}$/.test(id) ? await findEvent(db, id) : null;
  return row && toEventView(row);
}

/** One page of what was recorded and is searched for, newest first. A cursor that is not ours is no cursor. */
export async function listEvents(
  { db }: Ground,
  viewer: Viewer,
  search: EventSearch,
): Promise<Result<EventPage>> {
  if (!can(viewer, 'auditLog.read')) return fail(problem('forbidden'));
  const after = parseTimeCursor(search.after ?? '');
  const before = after ? null : parseTimeCursor(search.before ?? '');
  const place: Place = after ? { after } : before ? { before } : null;
  const { rows, more } = await listEventRows(db, search, { place, size: eventPageSize });
  const cursorOf = (row: CountedRow | undefined) =>
    row ? encodeCursor({ sort: 'time', key: row.at, id: row.id }) : null;
  // A page that was reached by a cursor has a neighbour on the side it came from.
  return ok({
    events: rows.map(toEventView),
    olderCursor: more || before ? cursorOf(rows.at(-1)) : null,
    newerCursor: (before ? more : after !== null) ? cursorOf(rows[0]) : null,
  });
}

const toEventView = ({ id, at, kind, details, count, ...row }: CountedRow): EventView => ({
  // Written together by `insertEvent` and never changed since.
  ...({ kind, details } as RecordedEvent),
  id,
  at: at.toISOString(),
  actor: {
    kind: actorKindOf(row.actorId),
    id: row.actorId,
    name: row.actorName,
    email: row.actorEmail,
    address: row.actorAddress,
  },
  count,
});
