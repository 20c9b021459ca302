import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { eventPageSize, listEvents, recordEvent } from '#lib/audit-log/service.ts';
import type { EventPage } from '#lib/audit-log/view.ts';
import { events } from '#lib/db/schema.ts';
import { encodeCursor } from '#lib/domain/paging.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';
import { ada } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const reveal = (number: string): RecordedEvent => ({
  kind: 'reveal',
  details: { bindingId: 'binding-1', which: 'new', appId: '1400000000', number },
});

describeOnEachDatabase('what is recorded', (database) => {
  beforeEach(() => database().clear());
  const list = async (asked: { after?: string; before?: string } = {}): Promise<EventPage> => {
    const page = await listEvents(database(), ada, asked);
    if (!page.ok) throw new Error(page.problem.code);
    return page.value;
  };

  it('says who did what, when and from where', async () => {
    const details = { format: 'csv', query: 'outcome=refused', zone: 'UTC', rows: 12, newest: null } as const;
    const id = await recordEvent(database(), ada, { kind: 'export', details });
    const [event, ...more] = (await list()).events;
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      id,
      kind: 'export',
      details,
      actor: { id: ada.id, name: 'Ada', email: ada.email, address: ada.address },
    });
    expect(Math.abs(Date.parse(event?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('is read page by page both ways, while more is recorded', async () => {
    const numbers = Array.from({ length: eventPageSize * 2 + 10 }, (_, index) => `00860755${index}`);
    await database().withoutGuards(async (db) => {
      await db.insert(events).values(
        numbers.map((number, index) => ({
          id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
          // Three a millisecond, so that the id has to break ties.
          at: new Date(1_780_000_000_000 + Math.floor(index / 3)),
          actorId: ada.id,
          actorName: ada.name,
          actorEmail: ada.email,
          ...reveal(number),
        })),
      );
    });
    const namesOf = (page: EventPage) =>
      page.events.map((event) => (event.kind === 'reveal' ? event.details.number : event.kind));
    const first = await list();
    expect(first.newerCursor).toBeNull();
    const pages = [first];
    for (let page = first; page.olderCursor !== null; pages.push(page)) {
      await recordEvent(database(), ada, reveal('later'));
      page = await list({ after: page.olderCursor });
    }
    expect(pages.flatMap(namesOf)).toEqual(numbers.toReversed());
    const back = await list({ before: pages[1]?.newerCursor ?? '' });
    expect(namesOf(back)).toEqual([...Array(pages.length - 1).fill('later'), ...namesOf(first)].slice(-50));
  });

  it.each(['', 'x', "' or 1=1 --", '\0', encodeCursor({ sort: 'time', key: new Date(0), id: 'x' })])(
    'a cursor %j is none',
    async (after) => {
      await recordEvent(database(), ada, reveal('1'));
      expect((await list({ after })).events).toHaveLength(1);
    },
  );

  it('is not for support to read', async () => {
    const answer = await listEvents(database(), { ...ada, role: 'support' }, {});
    expect(answer).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });

  it.each([
    ['changed', sql`update events set actor_name = 'Eve'`],
    ['deleted', sql`delete from events`],
    ['emptied', sql`truncate events cascade`],
  ])('is never %s', async (_what, statement) => {
    await recordEvent(database(), ada, reveal('1'));
    await expect(database().db.execute(statement)).rejects.toMatchObject({
      cause: expect.objectContaining({ code: '23001', message: expect.stringMatching(/^events: /) }),
    });
    expect((await list()).events).toMatchObject([{ actor: { name: 'Ada' } }]);
  });
});
