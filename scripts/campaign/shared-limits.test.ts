import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { callAction, codeOf } from '#e2e/attack/call.ts';
import { admit, signInCookie } from '#e2e/attack/visitors.ts';
import { pastBinding, storePast } from '#e2e/data/seed-bindings.ts';
import { bindings, eventCounts, events } from '#lib/db/schema.ts';
import { readingLimits } from '#lib/domain/reading-limits.ts';
import type { HistoryPage } from '#lib/history/view.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { type Seat, seatAt } from '#scripts/campaign/action-client.ts';
import { startTwoServers, type TwoServers } from '#scripts/campaign/two-servers.ts';

// What one person leaves and may read holds for all servers on one PostgreSQL together: an attack through two at once.

const postgres = inject('testPostgres');
const limitMs = 300_000;
const attemptsAtEach = 60;
const hourMs = 3_600_000;

describe.skipIf(!postgres.available)('limits of a person, through two servers', () => {
  let running: TwoServers;
  let adminCookie = '';

  /** Signs somebody without rights in, at both servers. */
  const attacker = async (name: string): Promise<{ id: string; seats: readonly [Seat, Seat] }> => {
    const { first, second } = running;
    const person = { name, email: `${name.toLowerCase()}@example.net`, role: 'support' } as const;
    const { id, cookie } = await admit(first.origin, adminCookie, person);
    return { id, seats: [seatAt(first.origin, cookie), seatAt(second.origin, cookie)] };
  };
  const eventsOf = (personId: string, kind: 'counted' | 'bulkRead') =>
    running.database.db
      .select({ count: eventCounts.count, details: events.details })
      .from(events)
      .leftJoin(eventCounts, eq(eventCounts.eventId, events.id))
      .where(and(eq(events.actorId, personId), eq(events.kind, kind)));

  beforeAll(async () => {
    if (!postgres.available) return;
    running = await startTwoServers(postgres);
    const start = Date.parse('2026-01-01T00:00:00Z');
    const past = Array.from({ length: readingLimits.rows.lists + 600 }, (_, at) =>
      pastBinding(new Date(start + at * 1000).toISOString(), {
        number: `00861380${String(at).padStart(7, '0')}`,
      }),
    );
    await storePast(running.database.db, past);
    adminCookie = await signInCookie(running.first.origin);
  }, limitMs);
  afterAll(async () => {
    await running?.stop();
  }, limitMs);

  test('denied attempts: ten rows in full, one event and one count for all others', {
    timeout: limitMs,
  }, async () => {
    const { id, seats } = await attacker('Flo');
    await waitNearTheFullHour();
    const answers = await Promise.all(
      seats.flatMap(({ origin, cookie }, server) =>
        Array.from({ length: attemptsAtEach }, (_, n) =>
          callAction(origin, 'bindNumber', [wants({ number: `0086075586${110_000 + server * 1_000 + n}` })], {
            cookie,
            hasty: true,
          }),
        ),
      ),
    );
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['forbidden']));
    const { db } = running.database;
    const rows = await db.select({ state: bindings.state }).from(bindings).where(eq(bindings.actorId, id));
    expect(rows).toEqual(Array.from({ length: 10 }, () => ({ state: 'denied' })));
    const counts = await db
      .select({ key: eventCounts.key, count: eventCounts.count })
      .from(eventCounts)
      .where(like(eventCounts.key, `denied:${id}%`))
      .orderBy(eventCounts.key);
    expect(counts).toEqual([
      { key: `denied:${id}`, count: 2 * attemptsAtEach },
      { key: `denied:${id}:bind`, count: 2 * attemptsAtEach - 10 },
    ]);
    expect(await eventsOf(id, 'counted')).toHaveLength(1);
  });

  test('rows of history: ten thousand and one event, then both servers say how long to wait', {
    timeout: limitMs,
  }, async () => {
    const { id, seats } = await attacker('Rita');
    // From both ends, so that neither gives what the other has given.
    const [first, second] = await Promise.all([readAll(seats[0], 'desc'), readAll(seats[1], 'asc')]);
    expect(first.given).toBeGreaterThan(0);
    expect(second.given).toBeGreaterThan(0);
    expect(first.given + second.given).toBe(readingLimits.rows.lists);
    for (const { refused } of [first, second]) {
      expect(refused?.status).toBe(429);
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(400);
      expect(await refused?.json()).toMatchObject({ problem: { code: 'reading_paced' } });
    }
    expect(await eventsOf(id, 'bulkRead')).toEqual([
      { count: readingLimits.rows.lists, details: { scope: 'lists' } },
    ]);
  });
});

/** Reads history page by page until there is none left or it is refused. */
async function readAll(
  { origin, cookie }: Seat,
  order: 'asc' | 'desc',
): Promise<{ given: number; refused: Response | null }> {
  let given = 0;
  for (let after: string | null = ''; after !== null; ) {
    const search = new URLSearchParams({ size: '100', order, ...(after && { after }) });
    const answer = await fetch(`${origin}/api/bindings?${search}`, { headers: { cookie } });
    if (!answer.ok) return { given, refused: answer };
    const page = (await answer.json()) as HistoryPage; // our own route's answer
    given += page.rows.length;
    after = page.nextCursor;
  }
  return { given, refused: null };
}

/** Denied attempts are counted by the hour of the clock: a flood over its end would rightly leave twice ten rows. */
async function waitNearTheFullHour(): Promise<void> {
  const leftMs = hourMs - (Date.now() % hourMs);
  if (leftMs < 20_000) await pause(leftMs + 100);
}
