import { expect, it } from 'vitest';
import { readProgress } from '#lib/batches/progress.ts';
import { changeBatch } from '#lib/batches/service.ts';
import { findBatch } from '#lib/batches/store.ts';
import type { BatchRow } from '#lib/batches/store-start.ts';
import { begin, freshNumbers, look } from '#lib/testing/batches/batch.ts';
import { ada, describeWithProvider } from '#lib/testing/bindings/bench.ts';

describeWithProvider('how far a batch is', (bench) => {
  const start = (count: number) =>
    begin(
      bench(),
      freshNumbers(count).map((number) => ({ number })),
    );
  const rowOf = async (id: string): Promise<BatchRow> => {
    const row = await findBatch(bench().context.db, id);
    if (row === null) throw new Error('unreachable');
    return row;
  };

  it('is counted once for fifty who look at the same time, and anew a moment later', async () => {
    const { db } = bench().context;
    const row = await rowOf(await start(3));
    const looks = Array.from({ length: 50 }, () => readProgress(db, row));
    expect(new Set(looks).size).toBe(1);
    expect((await looks[0])?.progress.counts).toEqual({ queued: 3 });
    await expect
      .poll(() => readProgress(db, row) === looks[0], { interval: 20, timeout: 20_000 })
      .toBe(false);
  });

  it('is counted after the change that is told with it', async () => {
    const id = await start(3);
    expect(await look(bench(), id)).toMatchObject({ state: 'running', counts: { queued: 3 } });
    const stopped = await changeBatch(bench().context, ada, { batchId: id, to: 'stopped' });
    expect(stopped).toMatchObject({ value: { state: 'stopped', counts: { queued: 0, unsent: 3 } } });
    expect(await look(bench(), id)).toMatchObject({ state: 'stopped', counts: { queued: 0, unsent: 3 } });
  });

  it('is counted anew when another process has changed how the batch stands', async () => {
    const { db } = bench().context;
    const row = await rowOf(await start(2));
    const before = readProgress(db, row);
    expect(readProgress(db, { ...row, state: 'paused', changedAt: new Date(0) })).not.toBe(before);
  });
});
