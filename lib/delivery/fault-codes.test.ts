import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bind } from '#lib/bind-number/service.ts';
import { pace } from '#lib/db/schema.ts';
import { paceOf, quotaOf } from '#lib/rate-limit/rate.ts';
import { reserveSlot } from '#lib/rate-limit/reserve-slot.ts';
import { createGateway } from '#lib/tencent/gateway.ts';
import {
  ada,
  type Bench,
  describeWithProvider,
  freshNumber,
  settledOf,
} from '#lib/testing/bindings/bench.ts';
import { refusalsOfInput } from '#lib/testing/bindings/codes.ts';
import { attemptsIn, bindUnder, type Fault, sendAgain } from '#lib/testing/bindings/under-fault.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

const refusedWith = (code: string, applied = false): Fault => ({
  kind: 'code',
  applied,
  code,
  message: 'No.',
});

const rights = [
  'AuthFailure.SignatureFailure',
  'AuthFailure.SecretIdNotFound',
  'AuthFailure.InvalidSecretId',
  'AuthFailure.TokenFailure',
  'AuthFailure.MFAFailure',
  'AuthFailure.UnauthorizedOperation',
  'UnauthorizedOperation',
];
describeWithProvider('a code of the provider', (bench) => {
  it.each(
    ['InternalError', 'InternalError.DBError'].flatMap((code) =>
      [true, false].map((applied) => [code, applied] as const),
    ),
  )('fault 13: %s (applied: %s) is unknown and only a person sends it again', async (code, applied) => {
    const { number, settled } = await bindUnder(bench(), refusedWith(code, applied));
    expect(settled.binding).toMatchObject({ state: 'unknown', code, attemptCount: 1 });
    expect(await bench().arrivals(number)).toHaveLength(1);
    await bench().faultOn(number, refusedWith(code, applied));
    const second = await sendAgain(bench(), settled);
    expect(second.binding).toMatchObject({ state: 'unknown', code, attemptCount: 2 });
    expect((await sendAgain(bench(), second)).binding.state).toBe('bound');
    expect(await attemptsIn(bench(), settled)).toEqual([
      'first: unknown',
      'repeat: unknown',
      'repeat: bound',
    ]);
  });

  it.each([600_000, -600_000])(
    'fault 14: a clock %i ms off costs one refusal, and one repeat on the corrected clock binds',
    async (skewMs) => {
      const { control, endpoint } = bench().simulator;
      const context = { ...bench().context, gateway: bench().gatewayTo(endpoint) };
      const number = freshNumber();
      await control.setClock(skewMs);
      const settled = settledOf(await bind(context, ada, wants({ number })));
      await control.setClock(0);
      expect(settled.binding.state).toBe('bound');
      expect(await attemptsIn(bench(), settled)).toEqual(['first: refused', 'retry: bound']);
      const [first, second] = await bench().attemptsOf(settled.binding.id);
      expect(first?.code).toBe('AuthFailure.SignatureExpire');
      expect(Math.abs((first?.clockSkewMs ?? 0) - skewMs)).toBeLessThan(20_000);
      expect(settled.clockSkewMs).toBe(first?.clockSkewMs);
      expect(Math.abs((second?.signedAt ?? 0) - (first?.signedAt ?? 0) - skewMs / 1000)).toBeLessThan(20);
    },
  );

  it('fault 14: a clock that is off again after the correction is refused, not chased', async () => {
    const number = freshNumber();
    const context = { ...bench().context, gateway: bench().gatewayTo(bench().simulator.endpoint) };
    await bench().faultOn(number, { kind: 'skew', skewMs: 600_000 });
    await bench().faultOn(number, { kind: 'skew', skewMs: -600_000 });
    const settled = settledOf(await bind(context, ada, wants({ number })));
    expect(settled.binding).toMatchObject({ state: 'refused', code: 'AuthFailure.SignatureExpire' });
    expect(await attemptsIn(bench(), settled)).toEqual(['first: refused', 'retry: refused']);
    expect(await bench().arrivals(number)).toHaveLength(2);
  });

  it('fault 15: a wrong key is refused at once, and history holds nothing of any key', async () => {
    const { endpoint, credentials } = bench().simulator;
    const wrong = { ...credentials, secretKey: 'certainly-not-the-key', source: 'environment' } as const;
    const gateway = createGateway({ endpoint: new URL(endpoint), credentials: wrong });
    const number = freshNumber();
    const settled = settledOf(await bind({ ...bench().context, gateway }, ada, wants({ number })));
    gateway.close();
    expect(settled.binding).toMatchObject({ state: 'refused', code: 'AuthFailure.SignatureFailure' });
    expect(await bench().arrivals(number)).toHaveLength(1);
    const kept = JSON.stringify([settled, await bench().attemptsOf(settled.binding.id)]);
    for (const secret of [wrong.secretKey, wrong.secretId]) expect(kept).not.toContain(secret);
  });

  it.each([
    ...rights.map((code) => [15, code] as const),
    ...refusalsOfInput.map((code) => [16, code] as const),
  ])(
    'fault %i: %s is refused for good, with its code and RequestId, and nothing is repeated',
    async (_fault, code) => {
      const { number, settled } = await bindUnder(bench(), refusedWith(code));
      const [arrival, ...more] = await bench().arrivals(number);
      expect(more).toEqual([]);
      expect(settled.binding).toMatchObject({
        state: 'refused',
        code,
        message: 'No.',
        requestId: arrival?.requestId,
      });
      expect((await bench().bindNow({ number })).binding.previous.certainty).toBe('none');
    },
  );

  it('fault 17: codes that nobody knows are unknown, and shown to the letter', async () => {
    const word = fc.stringMatching(/^[A-Z][A-Za-z]{3,12}$/);
    const codes = fc
      .sample(fc.tuple(word, word), { numRuns: 20, seed: 17 })
      .map((pair) => `New${pair.join('.')}`);
    const ends = await Promise.all(codes.map((code) => bindUnder(bench(), refusedWith(code, true))));
    const told = ends.map(({ settled: { binding } }) => [binding.state, binding.code, binding.attemptCount]);
    expect(told).toEqual(codes.map((code) => ['unknown', code, 1]));
  });

  it('fault 12: when somebody else has used up the limit, the same intent is sent again, and every process slows down', async () => {
    const { number, settled, attempts } = await bindOverTheLimit(bench());
    expect(settled.binding.state).toBe('bound');
    expect(attempts.length).toBeGreaterThan(1);
    expect(attempts[0]).toBe('first: throttled');
    expect(attempts.slice(1).every((attempt) => attempt.startsWith('retry: '))).toBe(true);
    // Not in this process's memory but in the database, where every other one finds it.
    const [kept] = await bench().context.db.select().from(pace);
    expect(kept?.rate).toBeLessThan(paceOf(20));
    // The pace climbs again with the time since the refusal, of which a slow machine may have let too much pass by now.
    await bench().context.db.update(pace).set({ rateAt: sql`clock_timestamp()` });
    const slots = await takeSlots(bench(), 4);
    expect((slots.at(-1) ?? 0) - (slots[0] ?? 0)).toBeGreaterThan((3 * 1000) / paceOf(20));
    const verdicts = (await bench().arrivals(number)).map(({ verdict }) => verdict);
    expect(verdicts).toEqual([...attempts.slice(1).map(() => 'RequestLimitExceeded'), 'ok']);
  });
});

/** When the next requests of any process on this database may leave, in ms. */
async function takeSlots({ context }: Bench, count: number): Promise<number[]> {
  const slots: number[] = [];
  while (slots.length < count) {
    const slot = await reserveSlot(context.db, quotaOf(context));
    if (slot !== null) slots.push(slot.atMs);
  }
  return slots;
}

/** Somebody else uses the limit up, then a number is bound: again, where this machine was too slow to meet the limit. */
async function bindOverTheLimit(bench: Bench) {
  for (let tries = 1; tries <= 10; tries += 1) {
    const number = freshNumber();
    // Once our own requests of the last second are forgotten, the whole limit is there to be used up at one moment.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await bench.simulator.control.spend(20);
    const settled = await bench.bindNow({ number });
    const attempts = await attemptsIn(bench, settled);
    if (attempts.length > 1) return { number, settled, attempts };
  }
  throw new Error('No request met the limit.');
}
