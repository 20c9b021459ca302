import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { attempts, bindings } from '#lib/db/schema.ts';
import { holdLease, type Leased } from '#lib/delivery/leases.ts';
import { attemptDeadlineMs, leaseMs, recoveryEveryMs, renewEveryMs } from '#lib/delivery/limits.ts';
import { settleAbandoned } from '#lib/delivery/store-recovery.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { attemptRow, bindingRow } from '#lib/testing/db/rows.ts';

describeOnEachDatabase('the lease of an attempt that waits', (database) => {
  /** Attempts of this process whose lease ends so many ms from now. */
  const lay = async (leftMs: number, count = 1): Promise<Leased[]> => {
    const rows = Array.from({ length: count }, () => bindingRow());
    await database().db.insert(bindings).values(rows);
    const leaseUntil = sql`clock_timestamp() + ${leftMs} * interval '1 millisecond'`;
    await database()
      .db.insert(attempts)
      .values(rows.map((row) => ({ ...attemptRow(row), leaseUntil })));
    return rows.map(({ id }) => ({ bindingId: id, n: 1, leasedUntilMs: performance.now() + leftMs }));
  };
  const one = async (leftMs: number): Promise<Leased> => {
    const [attempt] = await lay(leftMs);
    if (!attempt) throw new Error('unreachable');
    return attempt;
  };
  const recover = () => settleAbandoned(database().db, { owner: 'another', soleProcess: false });

  it('does not end while the process lives, for all that wait', async () => {
    const held = (await lay(renewEveryMs + 2_500, 30)).map((each) => holdLease(database().db, each));
    await pause(renewEveryMs + 2_800);
    expect(await recover()).toBe(0);
    for (const lease of held) {
      expect(await lease.lasts(attemptDeadlineMs)).not.toBeNull();
      lease.release();
    }
  });

  it('ends when nobody holds it: what waits no longer is not renewed', async () => {
    const [kept, left] = [await one(renewEveryMs + 2_500), await one(renewEveryMs + 2_500)];
    const lease = holdLease(database().db, kept);
    holdLease(database().db, left).release();
    await pause(renewEveryMs + 2_800);
    expect(await recover()).toBe(1);
    lease.release();
    const [row] = await database().db.select().from(attempts).where(eq(attempts.bindingId, left.bindingId));
    expect(row?.outcome).toBe('unknown');
  });

  it('is renewed at its turn when too little of it is left for the request', async () => {
    const attempt = await one(1_000);
    const lease = holdLease(database().db, attempt);
    expect(await lease.lasts(attemptDeadlineMs)).not.toBeNull();
    lease.release();
    const lasting = sql`lease_until > clock_timestamp() + ${attemptDeadlineMs} * interval '1 millisecond'`;
    const rows = await database()
      .db.select()
      .from(attempts)
      .where(and(eq(attempts.bindingId, attempt.bindingId), lasting));
    expect(rows).toHaveLength(1);
  });

  it('that is over stays over, whether or not somebody has settled the attempt', async () => {
    const attempt = await one(-1);
    const lease = holdLease(database().db, attempt);
    expect(await lease.lasts(0)).toBeNull();
    expect(await recover()).toBe(1);
    expect(await lease.lasts(0)).toBeNull();
    lease.release();
  });
});

it('covers a request to its deadline, and is taken over within fifteen seconds of a death', () => {
  expect(leaseMs).toBeGreaterThan(attemptDeadlineMs);
  expect(leaseMs + recoveryEveryMs).toBeLessThan(15_000);
  expect(renewEveryMs * 2).toBeLessThan(leaseMs);
});
