import { readFileSync } from 'node:fs';
import { and, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { repeat } from '#lib/bind-number/service.ts';
import { findFacts } from '#lib/bindings/store-facts.ts';
import { numbers } from '#lib/db/schema.ts';
import { settleAbandoned } from '#lib/delivery/store-recovery.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import {
  ada,
  app,
  type Bench,
  describeWithProvider,
  freshNumber,
  settledOf,
} from '#lib/testing/bindings/bench.ts';

const refused: ProgramInput['fault'] = { kind: 'code', applied: false, code: 'OperationDenied' };
const lost: ProgramInput['fault'] = { kind: 'reset', applied: true };

describeWithProvider('the line of a number', (bench) => {
  const lineOf = async ({ database }: Bench, number: string) => {
    const [line] = await database.db
      .select()
      .from(numbers)
      .where(and(eq(numbers.appId, app.id), eq(numbers.number, number)));
    if (!line) throw new Error('No line.');
    return line;
  };
  /** The line holds what history says; gives the paths of the bound and the open URL. */
  const check = async (number: string): Promise<[string | null, string | null]> => {
    const line = await lineOf(bench(), number);
    const { newest, bound, open } = await findFacts(bench().context.db, { appId: app.id, number });
    expect(line).toMatchObject({
      newestBindingId: newest?.id ?? null,
      boundBindingId: bound?.id ?? null,
      openBindingId: open?.id ?? null,
      boundUrl: bound?.callbackUrl ?? null,
      boundHost: bound?.callbackHost ?? null,
      openHost: open?.callbackHost ?? null,
    });
    return [line.boundHost, line.openHost];
  };
  const send = (number: string, host: string, callbackUrl: string | null = `https://${host}/in`) =>
    bench().bindNow({ number, callbackUrl });

  it('follows every outcome: what is open gives way to what is bound, and comes back when a later change is refused', async () => {
    const number = freshNumber();
    await bench().faultOn(number, refused);
    await send(number, 'a.acme.com');
    expect(await check(number)).toEqual([null, null]);
    await send(number, 'b.acme.com');
    expect(await check(number)).toEqual(['b.acme.com', null]);
    await bench().faultOn(number, lost);
    const unknown = await send(number, 'c.acme.com');
    expect(await check(number)).toEqual(['b.acme.com', 'c.acme.com']);
    await bench().faultOn(number, refused);
    await send(number, 'd.acme.com');
    expect(await check(number)).toEqual(['b.acme.com', 'c.acme.com']);
    expect(unknown.binding.state).toBe('unknown');
    await send(number, 'e.acme.com');
    expect(await check(number)).toEqual(['e.acme.com', null]);
    await send(number, '', null);
    expect(await check(number)).toEqual([null, null]);
  });

  it('follows a repeat, and a send whose process is gone', async () => {
    const number = freshNumber();
    await bench().faultOn(number, lost);
    const { binding } = await send(number, 'a.acme.com');
    await bench().faultOn(number, refused);
    settledOf(await repeat(bench().context, ada, { bindingId: binding.id, afterAttempt: 1 }));
    expect(await check(number)).toEqual([null, 'a.acme.com']);
    settledOf(await repeat(bench().context, ada, { bindingId: binding.id, afterAttempt: 2 }));
    expect(await check(number)).toEqual(['a.acme.com', null]);

    await bench().simulator.control.addFault({ when: { number }, fault: { kind: 'hold' } });
    const sending = send(number, 'b.acme.com');
    await expect.poll(async () => (await lineOf(bench(), number)).openHost).toBe('b.acme.com');
    expect(await settleAbandoned(bench().context.db, { owner: 'another', soleProcess: true })).toBe(1);
    expect(await check(number)).toEqual(['a.acme.com', 'b.acme.com']);
    await bench().simulator.control.release();
    expect((await sending).binding.state).toBe('unknown');
    expect(await check(number)).toEqual(['a.acme.com', 'b.acme.com']);
  });

  it('is found by folded URL, host and person; by nothing that is masked where it is', async () => {
    const number = freshNumber();
    await send(number, 'hooks.acme.com', 'https://hooks.acme.com/In?token=Abc123');
    const { searchText, searchTextMasked } = await lineOf(bench(), number);
    expect(searchText.split('\n').slice(1)).toEqual([
      'https://hooks.acme.com/in?token=abc123',
      'ada',
      'ada@acme.com',
    ]);
    expect(searchTextMasked.split('\n')[1]).toBe('https://hooks.acme.com/in?token=***');
  });

  it('is made from history by the migration as it is kept afterwards', async () => {
    const { db } = bench().database;
    const one = freshNumber();
    await send(one, 'old.acme.com');
    await bench().faultOn(one, lost);
    await send(one, 'new.acme.com', 'https://new.acme.com/%E4%BD%A0?Q=1');
    await send(freshNumber(), 'other.acme.com');
    const lines = () => db.select().from(numbers).orderBy(numbers.number);
    const kept = await lines();
    const cleared = { openBindingId: null, boundUrl: null, boundHost: null, openHost: null };
    await db.update(numbers).set({ ...cleared, searchText: '', searchTextMasked: '' });
    const migration = readFileSync('lib/db/migrations/0008_numbers.sql', 'utf8');
    const backfill = migration
      .split('--> statement-breakpoint')
      .find((part) => part.includes('UPDATE "numbers"'));
    await db.execute(sql.raw(backfill ?? ''));
    const unmasked = (rows: typeof kept) =>
      rows.map(({ searchText, searchTextMasked, ...row }) => ({
        ...row,
        words: [...new Set(searchText.split('\n'))],
        maskedLength: searchTextMasked.length > 0,
      }));
    expect(unmasked(await lines())).toEqual(unmasked(kept));
  });
});
