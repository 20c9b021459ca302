import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { findBinding } from '#lib/bindings/store-find.ts';
import { reassertDue, startReasserting } from '#lib/delivery/reassert.ts';
import { claimReassert } from '#lib/delivery/store-reassert.ts';
import { settleAbandoned } from '#lib/delivery/store-recovery.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { app, type Bench, describeWithProvider, freshNumber } from '#lib/testing/bindings/bench.ts';
import { attemptsIn, sendAgain } from '#lib/testing/bindings/under-fault.ts';
import { age, leaveUnsettled, newer, older, settleDue } from '#lib/testing/bindings/unsettled.ts';

const reasserter = fileURLToPath(new URL('../testing/bindings/reasserter.ts', import.meta.url));

/** Another console on the same database, which sees to what is due when it is told to and says how many it sent. */
async function startAnother({ simulator }: Bench, databaseUrl: string): Promise<() => Promise<number>> {
  const { secretId, secretKey } = simulator.credentials;
  const child = fork(reasserter, [databaseUrl, simulator.endpoint, secretId, secretKey], {
    execArgv: ['--conditions=react-server'],
  });
  await once(child, 'message');
  return async () => {
    child.send('go');
    const [sent] = await once(child, 'message');
    return sent as number; // sent by test-reasserter.ts
  };
}

describeWithProvider('a request that arrives late', (bench) => {
  const urlOf = (number: string) => bench().simulator.control.boundUrl(app.id, number);

  it('fault 20: after a newer bind is overwritten once it can arrive no longer: the newest value stays', async () => {
    const context = { ...bench().context, horizonMs: 5_000 };
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'hold' });
    const unknown = await bench().bindNow({ number, callbackUrl: older });
    expect(unknown.binding.state).toBe('unknown');
    const bound = await bench().bindNow({ number, callbackUrl: newer });
    expect(await urlOf(number)).toBe(newer);
    await bench().simulator.control.release();
    await vi.waitFor(async () => expect(await urlOf(number)).toBe(older));

    const stop = startReasserting(context, { isHeld: async () => false });
    const settled = async () =>
      expect(await attemptsIn(bench(), bound)).toEqual(['first: bound', 'reassert: bound']);
    await vi.waitFor(settled, { timeout: 40_000, interval: 200 });
    await stop();
    expect(await urlOf(number)).toBe(newer);
    const stored = await findBinding(context.db, bound.binding.id);
    expect(stored).toMatchObject({ state: 'bound', attemptCount: 1, requestId: bound.binding.requestId });
    const [lost] = await bench().attemptsOf(unknown.binding.id);
    const [, again] = await bench().attemptsOf(bound.binding.id);
    const waitedMs = (again?.committedAt.getTime() ?? 0) - (lost?.finishedAt?.getTime() ?? 0);
    expect(waitedMs).toBeGreaterThanOrEqual(5_000);
  }, 90_000);

  it('is not answered before the signature is over, nor once it has been', async () => {
    const { number, bound } = await leaveUnsettled(bench());
    await age(bench(), number, lateArrivalMs - 60_000);
    expect(await settleDue(bench(), bound)).toEqual(['first: bound']);
    await age(bench(), number, 60_000);
    expect(await settleDue(bench(), bound)).toEqual(['first: bound', 'reassert: bound']);
    await age(bench(), number, 60_000);
    expect(await settleDue(bench(), bound)).toEqual(['first: bound', 'reassert: bound']);
  });

  it('does no harm where it says what is bound, or comes before what was bound after its time', async () => {
    const { number, unknown, bound } = await leaveUnsettled(bench());
    await age(bench(), number);
    const again = await bench().bindNow({ number, callbackUrl: newer, sendUnchanged: true });
    expect(await settleDue(bench(), bound)).toEqual(['first: bound']);
    expect(await settleDue(bench(), again)).toEqual(['first: bound']);

    const other = freshNumber();
    await bench().faultOn(other, { kind: 'reset', applied: false });
    const repeated = await sendAgain(bench(), await bench().bindNow({ number: other, callbackUrl: older }));
    await age(bench(), other);
    expect(await settleDue(bench(), repeated)).toEqual(['first: unknown', 'repeat: bound']);
    expect(unknown.binding.state).toBe('unknown');
  });

  it('leaves a number alone that somebody has bound to something else since, whose newest change is sent instead', async () => {
    const { number, bound } = await leaveUnsettled(bench());
    const newest = await bench().bindNow({ number, callbackUrl: `${newer}/2` });
    await age(bench(), number);
    expect(await settleDue(bench(), newest)).toEqual(['first: bound', 'reassert: bound']);
    expect(await attemptsIn(bench(), bound)).toEqual(['first: bound']);
  });

  it.each([
    ['unknown', { kind: 'reset', applied: false }],
    ['refused', { kind: 'code', applied: false, code: 'OperationDenied' }],
  ] as const)('sends nothing while the newest change is %s', async (state, fault) => {
    const { number, bound } = await leaveUnsettled(bench());
    await bench().faultOn(number, fault);
    const newest = await bench().bindNow({ number, callbackUrl: `${newer}/2` });
    expect(newest.binding.state).toBe(state);
    await age(bench(), number);
    expect(await settleDue(bench(), newest)).toEqual([`first: ${state}`]);
    expect(await attemptsIn(bench(), bound)).toEqual(['first: bound']);
  });

  it('is left to a person when the machine was not up in time', async () => {
    const { number, bound } = await leaveUnsettled(bench());
    await age(bench(), number, lateArrivalMs + 601_000);
    expect(await settleDue(bench(), bound)).toEqual(['first: bound']);
  });

  it('is answered twice at most without a clear answer, and a refusal is the last word', async () => {
    const unclear = await leaveUnsettled(bench());
    await bench().faultOn(unclear.number, { kind: 'reset', applied: false }, 9);
    const refused = await leaveUnsettled(bench());
    await bench().faultOn(refused.number, { kind: 'code', applied: false, code: 'OperationDenied' }, 9);
    for (const { number } of [unclear, refused]) await age(bench(), number);
    expect(await settleDue(bench(), unclear.bound)).toEqual(['first: bound', 'reassert: unknown']);
    for (const _ of [1, 2]) {
      for (const { number } of [unclear, refused]) await age(bench(), number, 10_000);
      await settleDue(bench(), unclear.bound);
    }
    const twice = ['first: bound', 'reassert: unknown', 'reassert: unknown'];
    expect(await attemptsIn(bench(), unclear.bound)).toEqual(twice);
    expect(await attemptsIn(bench(), refused.bound)).toEqual(['first: bound', 'reassert: refused']);
  });

  it('is answered by a retry where the first answer was turned away for the limit', async () => {
    const { number, bound } = await leaveUnsettled(bench());
    await bench().faultOn(number, { kind: 'code', applied: false, code: 'RequestLimitExceeded' });
    await age(bench(), number);
    expect(await settleDue(bench(), bound)).toEqual(['first: bound', 'reassert: throttled']);
    await age(bench(), number, 10_000);
    expect(await settleDue(bench(), bound)).toEqual(['first: bound', 'reassert: throttled', 'retry: bound']);
  });

  it('is answered once, however many processes look', async () => {
    const numbers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => leaveUnsettled(bench())));
    for (const { number } of numbers) await age(bench(), number);
    const { databaseUrl } = bench().database;
    const looks = databaseUrl
      ? await Promise.all([1, 2].map(() => startAnother(bench(), databaseUrl)))
      : [1, 2].map(() => () => reassertDue(bench().context));
    const sent = await Promise.all(looks.map((look) => look()));
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(numbers.length);
    for (const { bound } of numbers)
      expect(await attemptsIn(bench(), bound)).toEqual(['first: bound', 'reassert: bound']);
  });

  it('keeps nobody waiting: a change asked for while the answer is under way follows it at once', async () => {
    const { number, bound } = await leaveUnsettled(bench());
    await age(bench(), number);
    await bench().faultOn(number, { kind: 'hold' });
    const answering = reassertDue(bench().context);
    await expect.poll(async () => (await bench().arrivals(number)).length).toBe(3);
    const asked = bench().bindNow({ number, callbackUrl: `${newer}/2` });
    expect(await Promise.race([asked, pause(500, 'waits')])).toBe('waits');
    await bench().simulator.control.release();
    expect((await asked).binding.state).toBe('bound');
    expect(await answering).toBe(1);
    expect(await urlOf(number)).toBe(`${newer}/2`);
    expect(await attemptsIn(bench(), bound)).toEqual(['first: bound', 'reassert: bound']);
  });

  it('is answered again after the process that did so died: its request is unknown, the binding stays bound', async () => {
    const { context } = bench();
    const { number, bound } = await leaveUnsettled(bench());
    await age(bench(), number);
    const key = { appId: app.id, number };
    const claiming = { horizonMs: lateArrivalMs, owner: context.owner, bodySha256Of: () => '0'.repeat(64) };
    expect(await claimReassert(context.db, key, claiming)).toMatchObject({ n: 2 });
    expect(await settleDue(bench(), bound)).toEqual(['first: bound', 'reassert: null']);
    await age(bench(), number, 60_000);
    await settleAbandoned(context.db, context);
    expect((await findBinding(context.db, bound.binding.id))?.state).toBe('bound');
    await age(bench(), number, 10_000);
    expect(await settleDue(bench(), bound)).toEqual(['first: bound', 'reassert: unknown', 'reassert: bound']);
  });
});
