import { expect, it, onTestFinished, vi } from 'vitest';
import { keepTidy } from '#lib/db/embedded-upkeep.ts';
import { createTestEngine } from '#lib/db/test-embedded.ts';

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
  const { rows } = await engine.query(
    `select n_dead_tup::int as dead, reltuples::int as known from pg_stat_user_tables join pg_class on oid = relid where oid = 'padding'::regclass`,
  );
  expect(rows).toEqual([{ dead: 0, known: 30_000 }]);
  expect(failed).not.toHaveBeenCalled();
  stop();
  await engine.close();
}, 240_000);
