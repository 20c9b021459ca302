import { beforeEach, expect, it } from 'vitest';
import { recordEvent } from '#lib/audit-log/service.ts';
import { getBatch, listBatches, startBatch } from '#lib/batches/service.ts';
import { events } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { wantsBatch } from '#lib/testing/batches/wants.ts';
import { ada, app, ben } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { unwrap } from '#lib/testing/unwrap.ts';

const dayMs = 24 * 3_600_000;

describeOnEachDatabase('a batch after a password reset', (database) => {
  beforeEach(() => database().clear());
  const context = () =>
    ({
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
      failPoint: null,
    }) as Context;
  const start = async (viewer: typeof ada, number: string): Promise<string> => {
    const started = unwrap(await startBatch(context(), viewer, wantsBatch([{ number }])));
    if (started.kind !== 'started') throw new Error(started.kind);
    return started.batchId;
  };
  /** A link that Ben made for Ada's password was used this long ago. */
  const reset = async (agoMs: number) => {
    const by = { id: ben.id, name: ben.name, email: ben.email, address: null, at: new Date().toISOString() };
    const subject = { personId: ada.id, name: ada.name, email: ada.email };
    await recordEvent(database(), ben, { kind: 'reset', details: { ...subject, by } });
    await database().withoutGuards(async (db) => {
      await db.update(events).set({ at: new Date(Date.now() - agoMs) });
    });
  };
  const marks = async () => {
    const { batches } = unwrap(await listBatches(context(), ada, { after: null }));
    return batches.map(({ actor, afterReset }) => [actor.name, afterReset?.by?.name ?? null]);
  };

  it('carries a mark where its author’s password was reset less than a day before, in the list and on its page', async () => {
    await reset(dayMs - 60_000);
    const own = await start(ada, '0086075586013388');
    await start(ben, '0086075586013389');
    expect(await marks()).toEqual([
      ['Ben', null],
      ['Ada', 'Ben'],
    ]);
    expect(unwrap(await getBatch(context(), ben, own)).afterReset).toMatchObject({ by: { name: 'Ben' } });
  });

  it('carries none after a day', async () => {
    await reset(dayMs + 1_000);
    await start(ada, '0086075586013388');
    expect(await marks()).toEqual([['Ada', null]]);
  });
});
