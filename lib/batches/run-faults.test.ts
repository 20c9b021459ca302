import { expect, it, vi } from 'vitest';
import { retryBatch } from '#lib/batches/retry.ts';
import { changeBatch, listBatchLines } from '#lib/batches/service.ts';
import { listUndoLines } from '#lib/batches/service-undo.ts';
import { finish } from '#lib/batches/store.ts';
import { getBinding } from '#lib/history/service.ts';
import { begin, freshNumbers, look, whileRunning } from '#lib/testing/batches/batch.ts';
import { ada, describeWithProvider } from '#lib/testing/bindings/bench.ts';

const settled = { timeout: 60_000, interval: 50 };

describeWithProvider('a batch that meets trouble', (bench) => {
  const run = (id: string, state = 'done') =>
    whileRunning(bench(), async () => {
      await vi.waitFor(async () => expect(await look(bench(), id)).toMatchObject({ state }), settled);
      await vi.waitFor(async () => expect((await look(bench(), id)).counts.sending).toBe(0), settled);
      return look(bench(), id);
    });
  const linesOf = async (id: string) => {
    const page = await listBatchLines(bench().context, ada, id, {});
    if (!page.ok) throw new Error(page.problem.code);
    return page.value.lines.map(({ binding }) => binding);
  };
  const whysOf = async (bindingId = '') => (await bench().attemptsOf(bindingId)).map(({ why }) => why);
  const code = (code: string, applied = false) => ({ kind: 'code', code, message: 'no', applied }) as const;

  it('fault 12: waits and goes on when the quota is used up; no line fails', async () => {
    const numbers = freshNumbers(4);
    await bench().faultOn(numbers[1] ?? '', code('RequestLimitExceeded'), 2);
    const id = await begin(
      bench(),
      numbers.map((number) => ({ number })),
    );
    expect(await run(id)).toMatchObject({ counts: { bound: 4, refused: 0 } });
    expect(await whysOf((await linesOf(id))[1]?.id)).toEqual(['first', 'retry', 'retry']);
  });

  it.each([['AuthFailure.SecretIdNotFound'], ['UnauthorizedOperation']])(
    'fault 15: five times %s in a row pauses it instead of failing every line, and one button resumes it',
    async (fault) => {
      const { control } = bench().simulator;
      await control.addFault({ when: {}, fault: code(fault), times: null });
      const lines = freshNumbers(12).map((number) => ({ number }));
      const id = await begin(bench(), lines);
      expect(await run(id, 'paused')).toMatchObject({
        halt: { by: null, code: fault },
        counts: { refused: 0, bound: 0, queued: 12 },
      });
      await control.clearFaults();
      await changeBatch(bench().context, ada, { batchId: id, to: 'running' });
      expect(await run(id)).toMatchObject({ halt: null, counts: { bound: 12, refused: 0 } });
    },
  );

  it('an unclear outcome is sent again with the same value, flagged, after the rest; at most twice', async () => {
    const [lost = '', gone = '', fine = ''] = freshNumbers(3);
    await bench().faultOn(lost, { kind: 'reset', applied: true }, 1);
    await bench().faultOn(gone, { kind: 'reset', applied: false }, 9);
    const id = await begin(
      bench(),
      [lost, gone, fine].map((number) => ({ number })),
    );
    expect(await run(id)).toMatchObject({ counts: { bound: 2, unknown: 1 }, undecided: 1 });
    const [first, second] = await linesOf(id);
    expect(await whysOf(first?.id)).toEqual(['first', 'reassert']);
    expect(await whysOf(second?.id)).toEqual(['first', 'reassert', 'reassert']);
    const order = (await bench().simulator.control.log())
      .map(({ number }) => number)
      .filter((number) => number === fine || number === lost);
    expect(order).toEqual([lost, fine, lost]);
  });

  it('is not over while the machine may still send an unclear line again', async () => {
    const [number = ''] = freshNumbers(1);
    await bench().faultOn(number, { kind: 'reset', applied: false }, 1);
    const id = await begin(bench(), [{ number }]);
    await whileRunning(bench(), () =>
      vi.waitFor(async () => expect((await look(bench(), id)).counts.unknown).toBe(1), settled),
    );
    // The runner may have looked for such lines a moment before this one became one.
    await finish(bench().context.db, id);
    expect(await look(bench(), id)).toMatchObject({ state: 'running' });
    expect(await run(id)).toMatchObject({ counts: { bound: 1 } });
  });

  it('fault 24: an unclear line does not wait for an hour when the clock that said so is set back', async () => {
    const [number = ''] = freshNumbers(1);
    await bench().faultOn(number, { kind: 'reset', applied: false }, 1);
    const id = await begin(bench(), [{ number }]);
    const { control } = bench().simulator;
    await control.setClock(3_600_000);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000, shouldAdvanceTime: true });
    try {
      await whileRunning(bench(), () =>
        vi.waitFor(async () => expect(await bench().arrivals(number)).not.toEqual([]), settled),
      );
    } finally {
      vi.useRealTimers();
      await control.setClock(0);
    }
    expect(await run(id)).toMatchObject({ counts: { bound: 1 } });
  });

  it('nothing unclear is sent again once somebody has changed the number', async () => {
    const [number = ''] = freshNumbers(1);
    await bench().faultOn(number, { kind: 'reset', applied: false }, 1);
    const id = await begin(bench(), [{ number }]);
    await whileRunning(bench(), async () => {
      await vi.waitFor(async () => expect((await look(bench(), id)).counts.unknown).toBe(1), settled);
      await bench().bindNow({ number, callbackUrl: 'https://by-hand.acme.com/in' });
      await vi.waitFor(async () => expect(await look(bench(), id)).toMatchObject({ state: 'done' }), settled);
    });
    expect((await look(bench(), id)).counts).toMatchObject({ unknown: 1 });
    expect(await bench().arrivals(number)).toHaveLength(2);
  });

  it('the refused lines are sent again, exactly those, one of them mended; and the whole is taken back', async () => {
    const numbers = freshNumbers(5);
    const before: string[] = [];
    for (const number of numbers) {
      const { binding } = await bench().bindNow({ number, callbackUrl: `https://old.acme.com/${number}` });
      before.push(binding.id);
    }
    for (const number of numbers.slice(0, 2)) await bench().faultOn(number, code('OperationDenied'), 1);
    const id = await begin(
      bench(),
      numbers.map((number) => ({ number })),
    );
    expect(await run(id)).toMatchObject({ counts: { bound: 3, refused: 2 } });
    const refused = (await linesOf(id)).filter(({ state }) => state === 'refused').map((each) => each.id);
    const mended = [{ line: 2, callbackUrl: 'https://mended.acme.com/in' }];
    const retry = () => retryBatch(bench().context, ada, { batchId: id, bindingIds: refused, mended });
    expect(await retry()).toEqual({ ok: true, value: { count: 2 } });
    expect(await retry()).toMatchObject({ problem: { code: 'batch_lines_changed' } });
    expect(await run(id)).toMatchObject({ counts: { bound: 5, refused: 0 }, total: 5 });
    expect((await linesOf(id)).map(({ callbackUrl }) => callbackUrl)).toEqual([
      'https://new.acme.com/in',
      'https://mended.acme.com/in',
      ...Array(3).fill('https://new.acme.com/in'),
    ]);
    const undo = await listUndoLines(bench().context, ada, { batchId: id, countsOnly: false });
    if (!undo.ok) throw new Error(undo.problem.code);
    expect(undo.value.lines.map(({ callbackUrl }) => callbackUrl)).toEqual(
      numbers.map((number) => `https://old.acme.com/${number}`),
    );
    const back = undo.value.lines.map(({ number, callbackUrl }) => ({
      number,
      callbackUrl: callbackUrl ?? '',
    }));
    const undoing = await begin(bench(), back, { undoesBatchId: id });
    expect(await run(undoing)).toMatchObject({
      kind: 'undo',
      counts: { bound: 5 },
    });
    expect((await look(bench(), id)).undoneByIds).toHaveLength(1);
    expect((await linesOf(undoing)).map((line) => line.restoresBindingId)).toEqual(before);
    const [first = ''] = before;
    expect(await getBinding(bench().context, ada, first)).toMatchObject({
      value: { related: { restoredByIds: [(await linesOf(undoing))[0]?.id] } },
    });
  });

  it('a line of an undo that sends something else than was in force puts nothing back', async () => {
    const [first = '', second = ''] = freshNumbers(2);
    const old = 'https://old.acme.com/in';
    const { binding } = await bench().bindNow({ number: first, callbackUrl: old });
    await bench().bindNow({ number: second, callbackUrl: old });
    const id = await begin(bench(), [{ number: first }, { number: second }]);
    await run(id);
    const back = [
      { number: first, callbackUrl: old },
      { number: second, callbackUrl: `${old}/else` },
    ];
    await bench().faultOn(first, code('OperationDenied'), 1);
    const undoing = await begin(bench(), back, { undoesBatchId: id });
    await run(undoing);
    const restored = async () => (await linesOf(undoing)).map((line) => line.restoresBindingId);
    expect(await restored()).toEqual([binding.id, null]);
    // Sent again as it was it still does; mended it does not.
    const again = async (mended: { line: number; callbackUrl: string }[]) => {
      const bindingIds = (await linesOf(undoing))
        .filter(({ state }) => state === 'refused')
        .map((each) => each.id);
      return retryBatch(bench().context, ada, { batchId: undoing, bindingIds, mended });
    };
    await bench().faultOn(first, code('OperationDenied'), 1);
    await again([]);
    await run(undoing);
    expect(await restored()).toEqual([binding.id, null]);
    await again([{ line: 1, callbackUrl: `${old}/mended` }]);
    await run(undoing);
    expect(await restored()).toEqual([null, null]);
  });
});
