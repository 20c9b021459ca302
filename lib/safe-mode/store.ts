import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { attempts, batches, home } from '#lib/db/schema.ts';
import { type SetbackKind, setbackCodes } from '#lib/domain/setback.ts';
import { makeTimeOrderedId } from '#lib/domain/time-ordered-id.ts';

/** What was unclear for longer than this is a person's to decide: the number may have been changed elsewhere meanwhile. */
const longMs = 15 * 60_000;

type Stock = {
  place: string;
  /** How many signs of life this process knows of; null at its start. */
  knownBeats: number | null;
  /** Part of the transaction that notices a setback, so that of many processes one does it, and not by halves. */
  onSetback: (tx: Database, kind: SetbackKind) => Promise<void>;
};

/**
 * Gives a sign of life, after comparing the database with where it was last and with what this process knows of it. Gives the
 * count of signs, and the setback that was found.
 */
export async function takeStock(
  db: Database,
  { place, knownBeats, onSetback }: Stock,
): Promise<{ beats: number; found: SetbackKind | null }> {
  return db.transaction(async (tx) => {
    const clock = sql`clock_timestamp()`;
    await tx.insert(home).values({ id: 1, place, seenAt: clock, beats: 0 }).onConflictDoNothing();
    const silent = sql<boolean>`${home.seenAt} < ${clock} - ${longMs} * interval '1 millisecond'`;
    const [row] = await tx.select({ home, silent }).from(home).for('update');
    if (row === undefined) throw new Error('A database without a home.');
    const { place: lastPlace, seenAt, beats, setback } = row.home;
    const isOlder = knownBeats !== null && beats < knownBeats;
    // A process that finds all it knows of was taken along, by a failover to another machine.
    const isElsewhere = knownBeats === null && lastPlace !== place;
    const wasAway = knownBeats === null && row.silent && (await hasUnfinished(tx));
    const found = isOlder || isElsewhere ? 'restored' : wasAway ? 'away' : null;
    if (found !== null) await onSetback(tx, found);
    // That it was restored still stands when nobody came for a while afterwards.
    const noticed = found === 'restored' || (found === 'away' && setback === null);
    await tx.update(home).set({
      place,
      seenAt: clock,
      beats: beats + 1,
      ...(noticed ? { setback: found, setbackSince: seenAt, setbackNoticedAt: now() } : {}),
    });
    return { beats: beats + 1, found };
  });
}

async function hasUnfinished(tx: Database): Promise<boolean> {
  const { rows } = await tx.execute<{ unfinished: boolean }>(sql`
    select exists (select 1 from ${batches} where ${batches.state} = 'running')
      or exists (select 1 from ${attempts} where ${attempts.finishedAt} is null) as unfinished`);
  return rows[0]?.unfinished ?? false;
}

export type Setback = {
  kind: SetbackKind;
  /** The last sign of life before it: of a copy, when it was made, to half a minute. */
  since: Date;
  noticedAt: Date;
  /** Numbers of which nothing newer is known than from before. */
  numbers: number;
  /** Batches that were paused for it and still are. */
  batches: number;
};

/** The setback that nobody has acknowledged yet. */
export async function findSetback(db: Database): Promise<Setback | null> {
  const [row] = await db.select().from(home);
  const { setback: kind, setbackSince: since, setbackNoticedAt: noticedAt } = row ?? {};
  if (!kind || !since || !noticedAt) return null;
  // Ids of bindings are in the order of time.
  const { rows } = await db.execute<{ numbers: number; batches: number }>(sql`select
    (select count(*)::int from numbers where newest_binding_id < ${makeTimeOrderedId(noticedAt)}
      and (bound_binding_id is not null or open_binding_id is not null)) as numbers,
    (select count(*)::int from ${batches}
      where ${batches.state} = 'paused' and ${batches.pauseCode} = ${setbackCodes[kind]}) as batches`);
  return { kind, since, noticedAt, numbers: 0, batches: 0, ...rows[0] };
}

/** Whether nobody has acknowledged one yet. */
export async function hasSetback(db: Database): Promise<boolean> {
  return (await db.$count(home, isNotNull(home.setback))) > 0;
}

/** Takes away the setback that was noticed then. False when it is gone or another one stands. */
export async function clearSetback(db: Database, noticedAt: Date): Promise<boolean> {
  const cleared = await db
    .update(home)
    .set({ setback: null, setbackSince: null, setbackNoticedAt: null })
    .where(and(eq(home.id, 1), eq(home.setbackNoticedAt, noticedAt)))
    .returning({ id: home.id });
  return cleared.length > 0;
}
