import 'server-only';
import { and, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { type EventGroup, type EventSearch, groupOfKind } from '#lib/audit-log/search-params.ts';
import type { Database } from '#lib/db/client.ts';
import { events, user } from '#lib/db/schema.ts';
import { actorIds, type RecordedEvent } from '#lib/domain/recorded-event.ts';

const contains = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The rows that a search asks for; undefined: all of them. */
export const matching = (db: Database, search: EventSearch): SQL | undefined =>
  and(
    search.group && inGroups(search.group),
    search.person && ofPeople(search.person),
    search.q === undefined ? undefined : ofNamed(db, search.q),
    search.app && inArray(events.appId, search.app),
    search.from === undefined ? undefined : gte(events.at, new Date(search.from)),
    search.to === undefined ? undefined : lt(events.at, new Date(search.to)),
  );

function inGroups(groups: readonly EventGroup[]): SQL | undefined {
  const kinds = (Object.keys(groupOfKind) as (keyof typeof groupOfKind)[]).filter((kind) =>
    groups.includes(groupOfKind[kind]),
  );
  const counted: RecordedEvent['kind'] = 'counted';
  return or(
    inArray(events.kind, kinds),
    and(eq(events.kind, counted), sql`${events.details} ->> 'of' in ${kinds}`),
  );
}

const ofPeople = (ids: readonly string[]): SQL | undefined =>
  or(inArray(events.actorId, [...ids]), inArray(events.subjectId, [...ids]));

/**
 * By name or email as they are now, since people are few and events many; and by the email that was typed, for tries of
 * people who are not here.
 */
function ofNamed(db: Database, text: string): SQL | undefined {
  const pattern = contains(text);
  const people = db
    .select({ id: user.id })
    .from(user)
    .where(or(ilike(user.name, pattern), ilike(user.email, pattern)));
  return or(
    inArray(events.actorId, people),
    inArray(events.subjectId, people),
    and(inArray(events.actorId, [actorIds.unknown, actorIds.commandLine]), ilike(events.actorEmail, pattern)),
  );
}
