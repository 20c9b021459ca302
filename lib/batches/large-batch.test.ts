import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { retryBatch } from '#lib/batches/retry.ts';
import { changeBatch, startBatch } from '#lib/batches/service.ts';
import { countLines } from '#lib/batches/store.ts';
import { bindings } from '#lib/db/schema.ts';
import { dryRun, freshNumbers } from '#lib/testing/batches/batch.ts';
import { ada, describeWithProvider } from '#lib/testing/bindings/bench.ts';

const rows = 4_000;

/** How long the event loop was held at the longest while `work` ran, in ms, beside how long it took. */
async function heldDuring<T>(work: () => Promise<T>): Promise<{ value: T; heldMs: number; tookMs: number }> {
  const startedMs = performance.now();
  let lastMs = startedMs;
  let heldMs = 0;
  const look = () => {
    heldMs = Math.max(heldMs, performance.now() - lastMs);
    lastMs = performance.now();
  };
  const timer = setInterval(look, 1);
  const value = await work();
  clearInterval(timer);
  look();
  return { value, heldMs, tookMs: performance.now() - startedMs };
}

describeWithProvider('a large batch', (bench) => {
  it('is stored, stopped and sent again without holding the event loop for long', async () => {
    const { context } = bench();
    const input = await dryRun(
      bench(),
      freshNumbers(rows).map((number) => ({ number })),
    );
    const started = await heldDuring(() => startBatch(context, ada, input));
    if (!started.value.ok || started.value.value.kind !== 'started') throw new Error('Not started.');
    const { batchId } = started.value.value;
    const stopped = await heldDuring(() => changeBatch(context, ada, { batchId, to: 'stopped' }));
    expect((await countLines(context.db, batchId)).counts).toEqual({ unsent: rows });
    // In shares of the work, since a busy machine stretches both.
    for (const { heldMs, tookMs } of [started, stopped]) expect(heldMs).toBeLessThan(tookMs / 4);

    await bench().database.withoutGuards(async (db) => {
      await db.update(bindings).set({ state: 'refused' }).where(eq(bindings.batchId, batchId));
      await db.execute(sql`
        insert into numbers (app_id, number, newest_binding_id)
        select app_id, number, id from bindings where batch_id = ${batchId}`);
    });
    const refused = await context.db
      .select({ id: bindings.id })
      .from(bindings)
      .where(eq(bindings.batchId, batchId));
    const bindingIds = refused.map(({ id }) => id);
    expect(await retryBatch(context, ada, { batchId, bindingIds, mended: [] })).toEqual({
      ok: true,
      value: { count: rows },
    });
    expect((await countLines(context.db, batchId)).counts).toEqual({ queued: rows });
  }, 120_000);
});
