import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { checkInput } from '#lib/bind-number/check-input.ts';
import { bind, repeat } from '#lib/bind-number/service.ts';
import { storeBinding } from '#lib/bind-number/store-binding.ts';
import { findBinding } from '#lib/bindings/store-find.ts';
import { attempts, bindings } from '#lib/db/schema.ts';
import { recoveryEveryMs } from '#lib/delivery/limits.ts';
import { startRecovery } from '#lib/delivery/recover.ts';
import { sendBinding } from '#lib/delivery/send.ts';
import { settleAbandoned } from '#lib/delivery/store-recovery.ts';
import {
  ada,
  type Bench,
  describeWithProvider,
  freshNumber,
  settledOf,
} from '#lib/testing/bindings/bench.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

/** Stores an intent as a process does that then dies before anything else. */
async function abandon({ context }: Bench, number: string, owner: string) {
  const wanted = await checkInput(context, ada, { input: wants({ number }), restored: null });
  if (!wanted.ok) throw new Error('The input of this test is wrong.');
  const options = { seen: null, sendUnchanged: false, owner, bodySha256: '0'.repeat(64) };
  const stored = await storeBinding(context.db, wanted.value, options);
  if (stored.kind !== 'stored') throw new Error('The intent of this test was not stored.');
  return stored.binding;
}

const endLease = ({ context }: Bench, bindingId: string) =>
  context.db
    .update(attempts)
    .set({ leaseUntil: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(attempts.bindingId, bindingId));

const recoverOnce = ({ context }: Bench) => settleAbandoned(context.db, context);

describeWithProvider('recovery', (bench, kind) => {
  it('settles an attempt whose lease is over as unknown, and sends nothing', async () => {
    const number = freshNumber();
    const { id } = await abandon(bench(), number, bench().context.owner);
    await endLease(bench(), id);
    await recoverOnce(bench());
    expect(await findBinding(bench().context.db, id)).toMatchObject({
      state: 'unknown',
      code: 'Unknown.Interrupted',
      requestId: null,
    });
    expect(await bench().attemptsOf(id)).toMatchObject([{ outcome: 'unknown', code: 'Unknown.Interrupted' }]);
    expect(await bench().arrivals(number)).toEqual([]);
    const again = await repeat(bench().context, ada, { bindingId: id, afterAttempt: 1 });
    expect(settledOf(again).binding.state).toBe('bound');
  });

  it('leaves an attempt alone while its process may be at it', async () => {
    const { id } = await abandon(bench(), freshNumber(), bench().context.owner);
    await recoverOnce(bench());
    expect((await findBinding(bench().context.db, id))?.state).toBe('sending');
    await endLease(bench(), id);
    await recoverOnce(bench());
  });

  it('takes over at once from a process that had a database of our own before, and waits on a shared one', async () => {
    const { id } = await abandon(bench(), freshNumber(), 'a-process-that-died');
    await recoverOnce(bench());
    const expected = bench().context.soleProcess ? 'unknown' : 'sending';
    expect((await findBinding(bench().context.db, id))?.state).toBe(expected);
    if (expected === 'unknown') return;
    await endLease(bench(), id);
    await recoverOnce(bench());
    expect((await findBinding(bench().context.db, id))?.state).toBe('unknown');
  });

  it('several at once settle each attempt once', async () => {
    const ids = await Promise.all(
      [1, 2, 3, 4, 5].map(() => abandon(bench(), freshNumber(), bench().context.owner)),
    );
    for (const { id } of ids) await endLease(bench(), id);
    await Promise.all([1, 2, 3].map(() => recoverOnce(bench())));
    for (const { id } of ids) expect((await findBinding(bench().context.db, id))?.state).toBe('unknown');
  });

  it('before a process wakes up keeps that process from sending', async () => {
    const number = freshNumber();
    const binding = await abandon(bench(), number, bench().context.owner);
    await endLease(bench(), binding.id);
    await recoverOnce(bench());
    const woken = await sendBinding(bench().context, binding, {
      n: 1,
      wasUnknown: false,
      leasedUntilMs: performance.now() - 1,
    });
    expect(woken).toMatchObject({ id: binding.id, state: 'unknown', code: 'Unknown.Interrupted' });
    expect(await bench().arrivals(number)).toEqual([]);
  });

  it('looks once before it lets the server start, and its end waits for sends under way', async () => {
    const { id } = await abandon(bench(), freshNumber(), bench().context.owner);
    await endLease(bench(), id);
    const stop = await startRecovery(bench().context);
    expect((await findBinding(bench().context.db, id))?.state).toBe('unknown');
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'hold', ms: 500 });
    const running = bench().bindNow({ number });
    await expect.poll(async () => (await bench().arrivals(number)).length, { timeout: 20_000 }).toBe(1);
    await stop();
    const [row] = await bench().context.db.select().from(bindings).where(eq(bindings.number, number));
    expect(row?.state).toBe('bound');
    await running;
  });

  // The clock of PostgreSQL is not ours to set.
  if (kind === 'embedded')
    it('leaves a living process its attempt when the clock of its database is set an hour forward', async () => {
      const stop = await startRecovery(bench().context);
      const number = freshNumber();
      await bench().faultOn(number, { kind: 'hold' });
      const running = bench().bindNow({ number });
      await expect.poll(async () => (await bench().arrivals(number)).length, { timeout: 20_000 }).toBe(1);
      const clock = Date.now;
      Date.now = () => clock() + 3_600_000;
      try {
        await pause(2 * recoveryEveryMs);
        await bench().simulator.control.release();
        expect((await running).binding).toMatchObject({ state: 'bound', code: null });
      } finally {
        Date.now = clock;
        await stop();
      }
    });

  it('that came first is not overwritten by an answer that came later', async () => {
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'hold' });
    const running = bench().bindNow({ number });
    await expect.poll(async () => (await bench().arrivals(number)).length, { timeout: 20_000 }).toBe(1);
    const [row] = await bench().context.db.select().from(bindings).where(eq(bindings.number, number));
    await endLease(bench(), row?.id ?? '');
    await recoverOnce(bench());
    await bench().simulator.control.release();
    expect((await running).binding.state).toBe('unknown');
    expect((await findBinding(bench().context.db, row?.id ?? ''))?.state).toBe('unknown');
  });

  it('is what an outcome waits for that can not be stored: the person hears unknown, never bound', async () => {
    const number = freshNumber();
    const { db } = bench().context;
    // From its first byte on the database refuses to write an outcome, as a full disk would.
    await db.execute(sql`create function test_refuse() returns trigger language plpgsql as
      'begin raise exception ''no space left''; end'`);
    await db.execute(sql`create trigger test_refuse before update on attempts for each row
      when (new.finished_at is not null) execute function test_refuse()`);
    const answer = await bind(bench().context, ada, wants({ number }));
    await db.execute(sql`drop trigger test_refuse on attempts`);
    expect(await bench().arrivals(number)).toMatchObject([{ verdict: 'ok' }]);
    const { binding } = settledOf(answer);
    expect(binding).toMatchObject({ state: 'unknown', code: 'Unknown.Interrupted', requestId: null });
    await endLease(bench(), binding.id);
    await recoverOnce(bench());
    expect((await findBinding(db, binding.id))?.state).toBe('unknown');
  });
});
