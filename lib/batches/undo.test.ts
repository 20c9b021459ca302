import { expect, it, vi } from 'vitest';
import { getBatch, startBatch } from '#lib/batches/service.ts';
import { listUndoLines } from '#lib/batches/service-undo.ts';
import { begin, dryRun, freshNumbers, look, whileRunning } from '#lib/testing/batches/batch.ts';
import { ada, describeWithProvider, sue } from '#lib/testing/bindings/bench.ts';

const [old, next] = ['https://old.acme.com/in', 'https://new.acme.com/in'];
const settled = { timeout: 60_000, interval: 50 };

describeWithProvider('the undo of a batch', (bench) => {
  const bind = (number: string, callbackUrl: string | null) => bench().bindNow({ number, callbackUrl });
  const run = (id: string) =>
    whileRunning(bench(), () =>
      vi.waitFor(async () => expect(await look(bench(), id)).toMatchObject({ state: 'done' }), settled),
    );
  const undoOf = async (batchId: string, viewer = ada, countsOnly = false) => {
    const undo = await listUndoLines(bench().context, viewer, { batchId, countsOnly });
    if (!undo.ok) throw new Error(undo.problem.code);
    return undo.value;
  };

  it('of first-time binds says that none had an earlier URL, and offers no line', async () => {
    const numbers = freshNumbers(3);
    const id = await begin(
      bench(),
      numbers.map((number) => ({ number })),
    );
    await run(id);
    expect(await undoOf(id)).toEqual({
      lines: [],
      more: false,
      undo: {
        total: 3,
        restorable: 0,
        unknown: 0,
        leftOut: [
          { why: 'first', count: 3, lines: numbers.map((number, place) => ({ line: place + 1, number })) },
        ],
      },
    });
  });

  it('counts every line that stays out with its reason, and keeps the counts with the new batch', async () => {
    const [plain, first, changed, same, noUrl, refused, changedFirst] = freshNumbers(7) as [...string[]] as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    for (const number of [plain, changed, refused]) await bind(number, old);
    await bind(same, next);
    await bind(noUrl, null);
    await bench().faultOn(refused, { kind: 'code', applied: false, code: 'OperationDenied' }, 1);
    const numbers = [plain, first, changed, same, noUrl, refused, changedFirst];
    const id = await begin(
      bench(),
      numbers.map((number) => ({ number, callbackUrl: next })),
    );
    await run(id);
    for (const number of [changed, changedFirst]) await bind(number, 'https://theirs.acme.com/in');

    const leftOut = [
      { why: 'first', count: 1 },
      { why: 'changed', count: 2 },
      { why: 'already', count: 1 },
      { why: 'noUrl', count: 1 },
      { why: 'refused', count: 1 },
    ];
    const { lines, undo } = await undoOf(id);
    expect(lines.map(({ number, callbackUrl }) => [number, callbackUrl])).toEqual([[plain, old]]);
    expect(undo).toMatchObject({ total: 7, restorable: 1, unknown: 0, leftOut });
    expect(undo.leftOut[1]?.lines).toEqual([
      { line: 3, number: changed },
      { line: 7, number: changedFirst },
    ]);
    expect(await undoOf(id, ada, true)).toMatchObject({ lines: [], undo });

    const back = await begin(bench(), [{ number: plain, callbackUrl: old }], { undoesBatchId: id });
    // Also for who only reads.
    expect(await getBatch(bench().context, sue, back)).toMatchObject({
      value: { kind: 'undo', undoCounts: { total: 7, restorable: 1, restoring: 1, leftOut } },
    });
    await run(back);
    expect((await undoOf(id)).undo).toMatchObject({
      restorable: 0,
      leftOut: [{ why: 'first' }, { why: 'changed' }, { why: 'already', count: 2 }, {}, {}],
    });
    expect(await look(bench(), id)).toMatchObject({ undoCounts: null });
  });

  it('names an app that is gone, and lines that are still under way', async () => {
    const [plain, secret] = freshNumbers(2) as [string, string];
    await bind(plain, old);
    await bind(secret, old);
    const id = await begin(bench(), [
      { number: plain, callbackUrl: next },
      { number: secret, callbackUrl: next },
    ]);
    expect((await undoOf(id)).undo.leftOut).toMatchObject([{ why: 'underWay', count: 2 }]);
    await run(id);
    const without = { ...bench().context, apps: async () => [] };
    expect(await listUndoLines(without, ada, { batchId: id, countsOnly: true })).toMatchObject({
      value: { undo: { restorable: 0, leftOut: [{ why: 'appGone', count: 2 }] } },
    });
  });

  it('is read and started only by who may run batches', async () => {
    const [number = ''] = freshNumbers(1);
    const id = await begin(bench(), [{ number }]);
    for (const countsOnly of [true, false])
      expect(await listUndoLines(bench().context, sue, { batchId: id, countsOnly })).toMatchObject({
        problem: { code: 'forbidden' },
      });
    const input = await dryRun(bench(), [{ number }], { undoesBatchId: id });
    expect(await startBatch(bench().context, sue, input)).toMatchObject({ problem: { code: 'forbidden' } });
    await run(id);
  });
});
