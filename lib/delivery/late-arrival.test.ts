import { expect, it } from 'vitest';
import { getBinding, listHistory } from '#lib/history/service.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';
import { ada, type Bench, describeWithProvider, type Settled, sue } from '#lib/testing/bindings/bench.ts';
import { sendAgain } from '#lib/testing/bindings/under-fault.ts';
import { age, leaveUnsettled, settleDue } from '#lib/testing/bindings/unsettled.ts';

describeWithProvider('what is told of a late arrival', (bench) => {
  const entryOf = async ({ binding }: Settled, viewer = sue) => {
    const entry = await getBinding(bench().context, viewer, binding.id);
    if (!entry.ok) throw new Error(entry.problem.code);
    return entry.value;
  };
  const rowOf = async ({ binding: { id, number } }: Settled) => {
    const page = await listHistory(bench().context, sue, { number: [number] });
    return page.ok ? page.value.rows.find((row) => row.id === id) : undefined;
  };
  const lostAt = async ({ attemptsOf }: Bench, { binding }: Settled) =>
    (await attemptsOf(binding.id))[0]?.finishedAt?.getTime() ?? 0;

  it('stands at the newest change, in its row and its entry: until when, because of which one', async () => {
    const { unknown, bound } = await leaveUnsettled(bench());
    const until = new Date((await lostAt(bench(), unknown)) + lateArrivalMs).toISOString();
    const told = { unsettled: { until, olderId: unknown.binding.id, step: 'wait' }, sentAgainAt: null };
    expect(await rowOf(bound)).toMatchObject(told);
    expect(await entryOf(bound)).toMatchObject(told);
    expect(await rowOf(unknown)).toMatchObject({ unsettled: null, sentAgainAt: null });
  });

  it('becomes when it was sent once more', async () => {
    const { number, bound } = await leaveUnsettled(bench());
    await age(bench(), number);
    expect(await rowOf(bound)).toMatchObject({ unsettled: { step: 'send' } });
    await settleDue(bench(), bound);
    const again = (await bench().attemptsOf(bound.binding.id)).at(-1);
    const told = { unsettled: null, sentAgainAt: again?.finishedAt?.toISOString() };
    expect(await rowOf(bound)).toMatchObject(told);
    expect(await entryOf(bound)).toMatchObject({ ...told, attemptCount: 1 });
  });

  it('is that a person has to decide when the machine does nothing more, until the number is bound again', async () => {
    const { number, bound } = await leaveUnsettled(bench());
    await age(bench(), number, lateArrivalMs + 600_000);
    expect(await rowOf(bound)).toMatchObject({ unsettled: { step: 'leave' } });
    const { callbackUrl = null } = bound.binding;
    const again = await bench().bindNow({ number, callbackUrl, sendUnchanged: true });
    expect(await rowOf(again)).toMatchObject({ unsettled: null });
    expect(await rowOf(bound)).toMatchObject({ unsettled: null });
  });

  it('offers to send an unknown change again to whoever may, while it is the newest of its number', async () => {
    const { unknown, number } = await leaveUnsettled(bench());
    expect(await entryOf(unknown, ada)).toMatchObject({ mayRepeat: false });
    await bench().faultOn(number, { kind: 'reset', applied: false });
    const newest = await bench().bindNow({ number, callbackUrl: 'https://hooks.acme.com/third' });
    expect(await entryOf(newest, ada)).toMatchObject({ mayRepeat: true, unsettled: null });
    expect(await entryOf(newest)).toMatchObject({ mayRepeat: false });
    // The other older change may still arrive after it.
    expect((await sendAgain(bench(), newest)).binding.state).toBe('bound');
    expect(await entryOf(newest, ada)).toMatchObject({ mayRepeat: false, unsettled: { step: 'wait' } });
  });
});
