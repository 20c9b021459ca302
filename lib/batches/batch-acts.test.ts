import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { changeBatch, startBatch } from '#lib/batches/service.ts';
import { countFault, mostFaultsInARow, pauseAll } from '#lib/batches/store.ts';
import { events } from '#lib/db/schema.ts';
import { actorIds } from '#lib/domain/recorded-event.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { ada, app } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('what is done to a batch', (database) => {
  beforeEach(() => database().clear());
  const context = () =>
    ({
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
      failPoint: null,
    }) as Context;
  const start = async (idempotencyKey: string = randomUUID()): Promise<string> => {
    const number = '0086075586013388';
    const callbackUrl = 'https://hooks.acme.com/in?token=opensesame';
    const line = { line: 1, appId: app.id, number, numberType: null, callbackUrl, seen: null };
    const rest = { reason: null, undoesBatchId: null, confirmedCount: 1 };
    const started = await startBatch(context(), ada, {
      idempotencyKey,
      title: 'Mine',
      lines: [line],
      ...rest,
    });
    if (!started.ok || started.value.kind !== 'started') throw new Error(JSON.stringify(started));
    return started.value.batchId;
  };
  const recorded = async () => {
    const rows = await database().db.select().from(events).orderBy(events.at);
    return rows.map(({ actorId, details }) => [actorId, details]);
  };

  it('is recorded with who did it: started, paused, resumed, stopped; what changes nothing is not', async () => {
    const key = randomUUID();
    const batchId = await start(key);
    expect(await start(key)).toBe(batchId);
    for (const to of ['running', 'paused', 'paused', 'running', 'stopped', 'stopped'] as const)
      await changeBatch(context(), ada, { batchId, to });
    const of = { batchId, title: 'Mine' };
    expect(await recorded()).toEqual([
      [ada.id, { act: 'started', ...of, lines: 1 }],
      ...(['paused', 'resumed', 'stopped'] as const).map((act) => [ada.id, { act, ...of, code: null }]),
    ]);
    expect(JSON.stringify(await recorded())).not.toContain('opensesame');
  });

  it('by the console itself is recorded with why, once', async () => {
    const batchId = await start();
    for (let n = 0; n < mostFaultsInARow + 2; n += 1)
      await countFault(database().db, batchId, 'AuthFailure.SecretIdNotFound');
    await changeBatch(context(), ada, { batchId, to: 'running' });
    await database().db.transaction((db) => pauseAll(db, 'Paused.Restored'));
    const of = { act: 'paused', batchId, title: 'Mine' };
    expect((await recorded()).filter(([actorId]) => actorId === actorIds.system)).toEqual([
      [actorIds.system, { ...of, code: 'AuthFailure.SecretIdNotFound' }],
      [actorIds.system, { ...of, code: 'Paused.Restored' }],
    ]);
  });
});
