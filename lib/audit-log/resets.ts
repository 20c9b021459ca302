import 'server-only';
import { and, desc, eq, gt, gte, inArray, lte, or, sql } from 'drizzle-orm';
import type { ResetMark } from '#lib/audit-log/view.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/client.ts';
import { events } from '#lib/db/schema.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';

/** How long bindings carry a mark after a password was reset by a link: until its owner has had a day to notice. */
export const resetMarkMs = 24 * 3_600_000;

type Row = { actorId: string; createdAt: Date };
type ResetDetails = Extract<RecordedEvent, { kind: 'reset' }>['details'];

const isReset = eq(events.kind, 'reset');

/**
 * For each row whether its actor's password was reset by a link within 24 hours before it: whoever had the link may have been
 * the actor. Read when it is shown, so that rows stay as they were written.
 */
export async function readResetMarks(
  db: Database,
  rows: readonly Row[],
): Promise<(row: Row) => ResetMark | null> {
  if (rows.length === 0) return () => null;
  const times = rows.map(({ createdAt }) => createdAt.getTime());
  const actors = [...new Set(rows.map(({ actorId }) => actorId))];
  const found = await db
    .select()
    .from(events)
    .where(
      and(
        isReset,
        inArray(events.subjectId, actors),
        gte(events.at, new Date(Math.min(...times) - resetMarkMs)),
        lte(events.at, new Date(Math.max(...times))),
      ),
    )
    .orderBy(desc(events.at), desc(events.id));
  return ({ actorId, createdAt }) => {
    const own = found.find(
      ({ subjectId, at }) =>
        subjectId === actorId && at <= createdAt && createdAt.getTime() - at.getTime() < resetMarkMs,
    );
    return own ? { at: own.at.toISOString(), by: makerOf(own) } : null;
  };
}

/** For everybody who reads history: the name, and not from where. */
function makerOf({ details }: typeof events.$inferSelect): ResetMark['by'] {
  // Written by `recordUse` of lib/people/account-setup.ts.
  const { by } = details as ResetDetails;
  return by && { id: by.id, name: by.name };
}

export type Reset = {
  id: string;
  at: Date;
  /** From where the link was used. */
  address: string | null;
  details: ResetDetails;
};

/** Resets by a link, newest first: of one person, or of all since a moment. At most 20. */
export async function listResets(
  db: Database,
  asked: { personId: string } | { since: Date },
): Promise<Reset[]> {
  const rows = await db
    .select()
    .from(events)
    .where(
      and(isReset, 'personId' in asked ? eq(events.subjectId, asked.personId) : gte(events.at, asked.since)),
    )
    .orderBy(desc(events.at), desc(events.id))
    .limit(20);
  return rows.map(({ id, at, actorAddress, details }) => ({
    id,
    at,
    address: actorAddress,
    details: details as ResetDetails,
  }));
}

/** Confirmations of resets by a person, and how their session began, since a moment. */
export const listOwnSince = (db: Database, person: Pick<Viewer, 'id' | 'sessionId'>, since: Date) =>
  db
    .select({ at: events.at, details: events.details })
    .from(events)
    .where(
      and(
        eq(events.actorId, person.id),
        gt(events.at, since),
        or(
          and(eq(events.kind, 'account'), sql`${events.details} ->> 'act' = 'reset_confirmed'`),
          and(eq(events.kind, 'signIn'), sql`${events.details} ->> 'sessionId' = ${person.sessionId}`),
        ),
      ),
    );
