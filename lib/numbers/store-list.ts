import 'server-only';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { now } from '#lib/clock.ts';
import type { Database } from '#lib/db/client.ts';
import { numberLists, numbers } from '#lib/db/schema.ts';
import { foldForSearch } from '#lib/domain/search-fold.ts';

/** How long a reading belongs to the process that began it, in ms; it holds on by every page that it stores. */
const leaseMs = 45_000;
const lease = sql`clock_timestamp() + ${leaseMs} * interval '1 millisecond'`;

/** A reading that may write. `since` marks every line that it finds. */
export type Claim = { appId: string; readingId: string; since: Date };

/** Begins a reading, or gives null while another one of the app is under way, in whichever process. */
export async function claimReading(
  db: Database,
  { appId, readingId, by }: { appId: string; readingId: string; by: string },
): Promise<Claim | null> {
  const reading = {
    readingId,
    readingBy: by,
    readingSince: sql`clock_timestamp()`,
    readingCount: 0,
    readingUntil: lease,
  };
  const [claimed] = await db
    .insert(numberLists)
    .values({ appId, ...reading })
    .onConflictDoUpdate({
      target: numberLists.appId,
      set: reading,
      setWhere: sql`coalesce(${numberLists.readingUntil} < clock_timestamp(), true)`,
    })
    .returning({ since: numberLists.readingSince });
  return claimed?.since ? { appId, readingId, since: claimed.since } : null;
}

const mine = ({ appId, readingId }: Claim) =>
  and(eq(numberLists.appId, appId), eq(numberLists.readingId, readingId));

/** Holds on to a reading, `found` lines further. False when it is somebody else's by now: then nothing may be written. */
export async function holdReading(db: Database, claim: Claim, found: number): Promise<boolean> {
  const held = await db
    .update(numberLists)
    .set({ readingUntil: lease, readingCount: found })
    .where(mine(claim))
    .returning({ appId: numberLists.appId });
  return held.length === 1;
}

/** Marks lines anew from here on: what an earlier pass found proves nothing. Null when it is somebody else's by now. */
export async function restartReading(db: Database, claim: Claim): Promise<Claim | null> {
  const [restarted] = await db
    .update(numberLists)
    .set({ readingSince: sql`clock_timestamp()`, readingCount: 0, readingUntil: lease })
    .where(mine(claim))
    .returning({ since: numberLists.readingSince });
  return restarted?.since ? { ...claim, since: restarted.since } : null;
}

/** Stores one page. False, and nothing is stored, when the reading is somebody else's by now. */
export async function storePage(
  db: Database,
  claim: Claim,
  page: { numbers: readonly { number: string; state: number | null }[]; found: number },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await holdReading(tx, claim, page.found))) return false;
    // One line a number, and in one order, so that nobody who locks several can wait for this in a circle.
    const lines = [...new Map(page.numbers.map((line) => [line.number, line])).values()]
      .sort((one, other) => (one.number < other.number ? -1 : 1))
      .map(({ number, state }) => ({
        appId: claim.appId,
        number,
        providerState: state,
        providerListed: true,
        providerReadAt: claim.since,
        // Of a number that is new here; what is known of it by history stays.
        searchText: foldForSearch(number),
        searchTextMasked: foldForSearch(number),
      }));
    if (lines.length === 0) return true;
    await tx
      .insert(numbers)
      .values(lines)
      .onConflictDoUpdate({
        target: [numbers.appId, numbers.number],
        set: {
          providerState: sql`excluded.provider_state`,
          providerListed: sql`excluded.provider_listed`,
          providerReadAt: sql`excluded.provider_read_at`,
        },
      });
    return true;
  });
}

const over = { readingId: null, readingBy: null, readingSince: null, readingUntil: null, readingCount: 0 };

/**
 * Ends a reading that came to the end of the list. With `whole`, the lines it did not find are marked as missing from the list;
 * without, the list changed so much meanwhile that their absence proves nothing.
 */
export async function settleReading(
  db: Database,
  claim: Claim,
  result: { count: number; skipped: number; whole: boolean },
): Promise<void> {
  await db.transaction(async (tx) => {
    const settled = await tx
      .update(numberLists)
      .set({
        ...over,
        readAt: claim.since,
        readBy: sql`${numberLists.readingBy}`,
        numberCount: result.count,
        skippedCount: result.skipped,
        failedAt: null,
        errorCode: null,
        errorMessage: null,
        errorRequestId: null,
      })
      .where(mine(claim))
      .returning({ appId: numberLists.appId });
    if (settled.length === 0 || !result.whole) return;
    await tx
      .update(numbers)
      .set({ providerListed: false, providerState: null })
      .where(
        and(
          eq(numbers.appId, claim.appId),
          sql`${numbers.providerListed} is distinct from false`,
          sql`${numbers.providerReadAt} is distinct from ${claim.since.toISOString()}::timestamptz`,
        ),
      );
  });
}

/** Ends a reading that failed. What was read before it stays as it is. */
export async function failReading(
  db: Database,
  claim: Claim,
  failure: { code: string; message: string | null; requestId: string | null },
): Promise<void> {
  const { code, message, requestId } = failure;
  await db
    .update(numberLists)
    .set({
      ...over,
      failedAt: now(),
      errorCode: code,
      errorMessage: message,
      errorRequestId: requestId,
    })
    .where(mine(claim));
}

/** How the lists of some apps stand; apps whose list was never asked for have no row. */
export const findLists = (db: Database, appIds: readonly string[]) =>
  appIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          ...getTableColumns(numberLists),
          isReading: sql<boolean>`coalesce(${numberLists.readingUntil} > clock_timestamp(), false)`,
        })
        .from(numberLists)
        .where(inArray(numberLists.appId, [...appIds]));
