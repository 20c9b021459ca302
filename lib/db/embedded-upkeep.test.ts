import { expect, it, onTestFinished, vi } from 'vitest';
import { keepTidy } from '#lib/db/embedded-upkeep.ts';
import { createTestEngine } from '#lib/testing/db/embedded.ts';

it('a log that has grown is checkpointed, and dead rows are cleared away', async () => {
  const engine = await createTestEngine();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const failed = vi.fn();
  const stop = keepTidy(engine, failed);
  const redo = async () =>
    (await engine.query<{ at: string }>('select redo_lsn::text as at from pg_control_checkpoint()')).rows[0]
      ?.at;
  const tick = async () => {
    vi.advanceTimersByTime(60_000);
    // The check takes turns with us on the engine; a handful of our own turns sees it through.
    await vi.waitFor(async () => expect((await engine.query('select 1')).rows).toHaveLength(1));
  };

  await tick();
  const before = await redo();
  await tick();
  expect(await redo()).toBe(before);

  await engine.exec(`
    create table padding as select repeat('x', 400) as text from generate_series(1, 30000);
    update padding set text = text || 'y';
  `);
  await tick();
  await vi.waitFor(async () => expect(await redo()).not.toBe(before), { timeout: 60_000 });
  // Not asked of the statistics: they are flushed when the engine likes, also after the vacuum that outdates them.
  const look = async () =>
    (
      await engine.query<{ bytes: number; known: number }>(
        `select pg_relation_size(oid)::float8 as bytes, reltuples::int as known from pg_class where oid = 'padding'::regclass`,
      )
    ).rows[0];
  const tidied = await look();
  expect(tidied?.known).toBe(30_000);
  await engine.exec(`insert into padding select repeat('z', 400) from generate_series(1, 25000)`);
  expect((await look())?.bytes).toBe(tidied?.bytes);
  expect(failed).not.toHaveBeenCalled();
  stop();
  await engine.close();
}, 240_000);
