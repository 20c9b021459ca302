import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';
import { findFacts } from '#lib/bindings/store-facts.ts';
import { now } from '#lib/clock.ts';
import { bindings, numbers } from '#lib/db/schema.ts';
import type { BindingState } from '#lib/domain/outcome.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow, layBindings } from '#lib/testing/db/rows.ts';
import { judgeMoment } from '#lib/timeline/as-of.ts';
import { getMoment, listHostShares, listTimeline } from '#lib/timeline/service.ts';
import { boundByQuery, listDeciding, openAfterQuery, timelineQuery } from '#lib/timeline/store.ts';

type Row = typeof bindings.$inferInsert;
const start = Date.parse('2026-03-01T00:00:00Z');
const key = { appId: app.id, number: '0086075586013388' };
const second = (s: number) => new Date(start + s * 1000);

/** A binding of the number, stored at a second and settled half a second later. */
function rowAt(s: number, rest: Partial<Row> = {}): Row {
  const createdAt = second(s);
  const settledAt = rest.state === 'sending' || rest.state === 'queued' ? null : second(s + 0.5);
  return bindingRow({
    ...key,
    id: makeBindingId(createdAt),
    createdAt,
    settledAt,
    state: 'bound',
    callbackUrl: `https://hooks.acme.com/${s}`,
    callbackHost: 'hooks.acme.com',
    ...rest,
  });
}

describeOnEachDatabase('the page of a number', (database) => {
  let context: Context;
  beforeAll(() => {
    context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
  });

  const seed = async (rows: Row[]) => {
    await database().clear();
    await layBindings(database(), rows);
  };
  const valueIn = <T>(result: { ok: true; value: T } | { ok: false; problem: { code: string } }): T => {
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };
  const read = async (after: string | null = null) =>
    valueIn(await listTimeline(context, ada, { ...key, after }));
  const ask = async (at: string, number = key.number) =>
    valueIn(await getMoment(context, ada, { ...key, number, at }));

  it('pages through every binding of the number, newest first, while new ones arrive', async () => {
    const rows = Array.from({ length: 60 }, (_, s) => rowAt(s));
    const other = rowAt(70, { number: '0086075586013389' });
    await seed([...rows, other, rowAt(71, { appId: '1400000009' })]);
    const first = await read();
    expect(first).toMatchObject({ appName: 'Main line', number: key.number });
    await database()
      .db.insert(bindings)
      .values(rowAt(100, { state: 'sending' }));
    const secondPage = await read(first.olderCursor);
    const third = await read(secondPage.olderCursor);
    expect(third.olderCursor).toBeNull();
    const seen = [first, secondPage, third].flatMap((page) => page.rows.map(({ id }) => id));
    expect(seen).toEqual(rows.map(({ id }) => id).reverse());
    expect((await read('not a cursor')).rows).toHaveLength(25);
  });

  it('tells the present: exact, in doubt with both values, being sent, never set', async () => {
    await seed([rowAt(1), rowAt(2, { state: 'refused' })]);
    expect((await read()).present).toMatchObject({
      kind: 'exact',
      bound: { callbackUrl: 'https://hooks.acme.com/1' },
    });
    await seed([rowAt(1), rowAt(3, { state: 'unknown' }), rowAt(4, { state: 'sending' })]);
    expect((await read()).present).toMatchObject({
      kind: 'uncertain',
      agreed: false,
      more: false,
      bound: { callbackUrl: 'https://hooks.acme.com/1' },
      perhaps: [
        { because: 'in_flight', binding: { callbackUrl: 'https://hooks.acme.com/4' } },
        { because: 'unknown', binding: { callbackUrl: 'https://hooks.acme.com/3' } },
      ],
    });
    await seed([rowAt(1, { state: 'denied' })]);
    expect((await read()).present).toMatchObject({ kind: 'never' });
    const ahead = new Date(now().getTime() + 60_000);
    await seed([rowAt(1), rowAt(2, { createdAt: ahead, settledAt: ahead, callbackUrl: null })]);
    expect((await read()).present).toMatchObject({ kind: 'exact', bound: { callbackUrl: null } });
  });

  it('answers a moment as all rows together would, though it reads only those that decide', async () => {
    const states: BindingState[] = ['bound', 'refused', 'unknown', 'denied', 'queued', 'sending'];
    const past = fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(past, fc.integer({ min: -1, max: 20 }), async (chosen, half) => {
        const rows = chosen.map((state, s) =>
          rowAt(s, { state, callbackUrl: `https://a.acme.com/${s % 2}` }),
        );
        await seed(rows);
        const at = second(half / 2);
        const all = await database().db.select().from(bindings);
        const deciding = await listDeciding(database().db, key, { at, limit: 50 });
        expect(judgeMoment(deciding, at)).toEqual(judgeMoment(all, at));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('agrees with what the bind form knows of the number', async () => {
    const states: BindingState[] = ['bound', 'refused', 'unknown', 'denied', 'sending'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 6 }),
        async (chosen) => {
          await seed(chosen.map((state, s) => rowAt(s, { state })));
          const { certainty, bound, open } = await findFacts(database().db, key);
          const { present } = await read();
          const kind = { exact: 'exact', uncertain: 'uncertain', none: 'never' }[certainty];
          expect(present.kind).toBe(kind);
          if ('bound' in present) expect(present.bound?.id).toBe(bound?.id);
          if ('perhaps' in present) expect(present.perhaps[0]?.binding.id).toBe(open?.id);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('lists five changes in doubt and says that there are more', async () => {
    const unknown = Array.from({ length: 7 }, (_, s) =>
      rowAt(s, { state: 'unknown', callbackUrl: 'https://a.acme.com/' }),
    );
    await seed(unknown);
    expect(await ask('2026-03-02T00:00:00.000Z')).toMatchObject({
      kind: 'uncertain',
      bound: null,
      more: true,
      agreed: false,
      perhaps: { length: 5 },
    });
  });

  it('answers for moments before everything, of any year, and still to come', async () => {
    await seed([rowAt(1)]);
    for (const at of ['2026-03-01T00:00:00.999Z', '0000-01-01T00:00:00.000Z', '1969-12-31T00:00:00.000Z'])
      expect(await ask(at)).toEqual({ at, kind: 'never' });
    expect(await ask('9999-12-31T23:59:59.999Z')).toMatchObject({ kind: 'future' });
  });

  it('shows a reader no secret of a URL', async () => {
    await seed([rowAt(1, { callbackUrl: 'https://h.acme.com/?token=opensesame' })]);
    const page = valueIn(await listTimeline(context, sue, { ...key, after: null }));
    expect(JSON.stringify(page)).not.toContain('opensesame');
    expect(page.present).toMatchObject({ bound: { callbackUrl: 'https://h.acme.com/?token=***' } });
    const moment = await getMoment(context, sue, { ...key, at: '2026-03-02T00:00:00.000Z' });
    expect(JSON.stringify(moment)).toContain('token=***');
  });

  it('knows no number without a trace, no other app, and nothing that is no number', async () => {
    await seed([rowAt(1), rowAt(2, { appId: '1400000009' })]);
    const strangers = [
      { ...key, number: '0086075586013389' },
      { ...key, appId: '1400000009' },
      { ...key, number: '%' },
      { appId: '\0', number: '\ud800' },
    ];
    for (const stranger of strangers) {
      const found = await listTimeline(context, ada, { ...stranger, after: null });
      expect(found).toMatchObject({ ok: false, problem: { code: 'not_found' } });
    }
  });

  it('knows a number that has a line and no binding yet: never set here', async () => {
    await seed([rowAt(1, { number: '0086075586013389' })]);
    await database().db.insert(numbers).values(key);
    expect(await read()).toMatchObject({ present: { kind: 'never' }, rows: [], olderCursor: null });
  });

  it('counts the other numbers last bound to its host', async () => {
    const others = [1, 2, 3].map((n) => rowAt(n, { number: `008607558601340${n}` }));
    const moved = rowAt(9, { number: '0086075586013403', callbackHost: 'else.acme.com' });
    const mine = [rowAt(5), rowAt(6, { state: 'unknown', callbackHost: 'else.acme.com' })];
    await seed([...others, moved, ...mine]);
    const bound = [others[0], others[1], moved, mine[0]].flatMap((row) => row ?? []);
    const lines = bound.map(({ appId, number, id, callbackHost }) => ({
      appId,
      number,
      boundBindingId: id,
      boundHost: callbackHost ?? null,
    }));
    await database().db.insert(numbers).values(lines);
    expect(valueIn(await listHostShares(context, ada, key))).toEqual([
      { host: 'else.acme.com', others: 1, exact: true },
      { host: 'hooks.acme.com', others: 2, exact: true },
    ]);
  });

  it('finds its rows by the index, however many other numbers there are and however long its past is', async () => {
    const rows = Array.from({ length: 4000 }, (_, s) =>
      rowAt(s, { number: `00860755860${13001 + (s % 20 === 0 ? 0 : s % 400)}` }),
    );
    await seed(rows);
    const { db } = database();
    await db.execute(sql`analyze bindings`);
    const one = { ...key, number: '0086075586013001' };
    const [bound = null] = await boundByQuery(db, one, second(2000));
    expect(bound).not.toBeNull();
    const statements = [
      timelineQuery(db, one, { older: { createdAt: second(2000), id: bound?.id ?? '' }, limit: 26 }),
      boundByQuery(db, one, second(2000)),
      openAfterQuery(db, one, { bound, at: second(3000), limit: 6 }),
      openAfterQuery(db, one, { bound: null, at: second(2000), limit: 6 }),
    ];
    for (const statement of statements) {
      const { rows: plan } = await db.execute<Record<string, string>>(
        sql`explain (costs off) ${statement.getSQL()}`,
      );
      const text = plan.map((line) => Object.values(line).join()).join('\n');
      expect(text).toContain('bindings_of_line');
      // Neither every row of the table nor every row of the number is read and sorted.
      expect(text).not.toMatch(/Seq Scan|Sort|Bitmap/);
    }
  });
});
