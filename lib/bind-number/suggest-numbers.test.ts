import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { listSuggestions, suggestNumbers } from '#lib/bind-number/service-suggestions.ts';
import { nearQuery, wholeQuery } from '#lib/bind-number/store-suggestions.ts';
import { numbers } from '#lib/db/schema.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail } from '#lib/domain/result.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const few = { id: '1400000001', name: 'Sales' };
const overdue = '008601086061005';
const oldest = '0086075586010000';
const url = 'https://hooks.acme.com/in/3388';

type Line = typeof numbers.$inferInsert;
const line = (number: string, rest: Partial<Line> = {}): Line => ({
  appId: app.id,
  number,
  searchText: [number, rest.boundUrl].filter(Boolean).join('\n'),
  ...rest,
});
const bound = (number: string, turn: number, rest: Partial<Line> = {}): Line =>
  line(number, { boundUrl: url, boundBindingId: `binding-${String(turn).padStart(6, '0')}`, ...rest });

describeOnEachDatabase('suggestions of an app with very many numbers', (database) => {
  let context: Context;
  beforeAll(async () => {
    const { db, clear } = database();
    await clear();
    context = { db, ...appsOf(db, [app, few]), hiddenPartKey: () => 'a key for tests' } as Context;
    await db
      .insert(numbers)
      .values([
        ...Array.from({ length: 130 }, (_, turn) => bound(`00860755860${10_000 + turn}`, turn)),
        line(overdue, { providerState: 2, providerListed: true }),
        line('+86 10 8606 1006', { providerState: 1, providerListed: true }),
        line('008601086061007', { providerListed: false }),
        bound('008601086061008', 1, { appId: few.id }),
      ]);
  });
  const found = async (typed: string, appId = app.id) => {
    const answer = await suggestNumbers(context, ada, { appId, typed });
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value.map(({ number }) => number);
  };

  it('say of which app they are not all', async () => {
    const offered = await listSuggestions(context, ada);
    if (!offered.ok) throw new Error(offered.problem.code);
    const { numbers: first, more } = offered.value;
    expect(more).toEqual([app.id]);
    expect(first).toHaveLength(101);
    expect(first.map(({ number }) => number)).not.toContain(overdue);
    expect(first.map(({ number }) => number)).not.toContain(oldest);
  });

  it('find a number that was never bound, by any part in any format, with its state', async () => {
    for (const typed of [
      '1086061005',
      '+86 10 8606-1005',
      '(010) 8606',
      '8606 1005',
      '０１０８６０６',
      '+86 10 86',
    ])
      expect([typed, await found(typed)]).toEqual([typed, [overdue]]);
    expect(await suggestNumbers(context, ada, { appId: app.id, typed: '061005' })).toEqual({
      ok: true,
      value: [{ appId: app.id, number: overdue, url: null, label: 'never', state: 'overdue', code: 2 }],
    });
  });

  it('find one that was bound long ago, and of very many those bound last', async () => {
    expect(await found('755 8601 0000')).toEqual([oldest]);
    const many = await found('0755');
    expect(many).toHaveLength(20);
    expect(many[0]).toBe('0086075586010129');
    expect(many.at(-1)).toBe('0086075586010110');
  });

  it('find by the number alone, only what can be sent, and only in the app', async () => {
    for (const typed of [
      '3388',
      '8606 1006',
      '8606 1007',
      '8606 1008',
      '10',
      'hooks',
      '',
      '0'.repeat(30),
      '\0',
    ])
      expect([typed, await found(typed)]).toEqual([typed, []]);
    expect(await found('8606 1008', few.id)).toEqual(['008601086061008']);
    expect(await suggestNumbers(context, ada, { appId: '1499999999', typed: '8606' })).toEqual(
      fail(problem('app_not_allowed', { field: 'appId' })),
    );
  });

  it('are for those who may bind: a URL can be a secret', async () => {
    expect(await suggestNumbers(context, sue, { appId: app.id, typed: '8606' })).toEqual(
      fail(problem('forbidden')),
    );
  });

  it('read by index among very many lines, what is rare and what all have', async () => {
    const { db } = database();
    await db.insert(numbers).select(sql`
      select ${app.id}, '0086021' || (60000000 + n), null, 'binding-1' || n, null, ${url}, null, null,
        '0086021' || (60000000 + n) || ${`\n${url}`}, '', null, null, null from generate_series(10000, 39999) as n`);
    // Also files the new lines in the index of texts, as the database does by itself after a while.
    await db.execute(sql`vacuum analyze numbers`);
    const asked = { appId: app.id, limit: 20 };
    const planOf = async (statement: ReturnType<typeof nearQuery>) => {
      const { rows } = await db.execute(sql`explain (costs off) ${statement.getSQL()}`);
      return rows.map((row) => Object.values(row).join()).join('\n');
    };
    const near = await planOf(nearQuery(db, { ...asked, digits: ['0086021'] }));
    expect(near).toContain('numbers_last_bound');
    expect(near).not.toMatch(/Seq Scan/);
    const whole = await planOf(wholeQuery(db, { ...asked, digits: ['1086061005', '86106'] }));
    expect(whole).toContain('numbers_search');
    expect(whole).not.toMatch(/Seq Scan|numbers_last_bound|numbers_pkey/);
    expect(await found('1086061005')).toEqual([overdue]);
    expect((await found('+86 21'))[0]).toBe('008602160039999');
  });
});
