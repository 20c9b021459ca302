import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { listEvents } from '#lib/audit-log/service.ts';
import { retryBatch } from '#lib/batches/retry.ts';
import { changeBatch, startBatch } from '#lib/batches/service.ts';
import { batches, bindings } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

// They may fall into one millisecond.
const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const batchId = '0199f000-0000-7000-8000-000000000001';

describeOnEachDatabase('whoever may not run batches', (database) => {
  beforeEach(() => database().clear());

  const input = () => ({
    idempotencyKey: randomUUID(),
    title: 'Mine',
    reason: null,
    undoesBatchId: null,
    confirmedCount: 2,
    lines: ['0086075586013388', '0086075586013389'].map((number, index) => ({
      line: index + 1,
      appId: app.id,
      number,
      numberType: null,
      callbackUrl: 'https://hooks.acme.com/in?token=opensesame',
      seen: null,
    })),
  });

  it('is refused, and what they asked for is recorded without its lines', async () => {
    const context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
    const answers = [
      await startBatch(context, sue, input()),
      await changeBatch(context, sue, { batchId, to: 'stopped' }),
      await changeBatch(context, sue, { batchId, to: 'running' }),
      await retryBatch(context, sue, { batchId, bindingIds: [batchId], mended: [] }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    const recorded = await listEvents(context, ada, {});
    expect(
      recorded.ok &&
        recorded.value.events.map(({ kind, actor, details }) => [kind, actor.id, details]).sort(byText),
    ).toEqual([
      ['denied', sue.id, { act: 'retry', batchId, lines: 1 }],
      ['denied', sue.id, { act: 'running', batchId, lines: null }],
      ['denied', sue.id, { act: 'start', batchId: null, lines: 2 }],
      ['denied', sue.id, { act: 'stopped', batchId, lines: null }],
    ]);
    expect(JSON.stringify(recorded)).not.toContain('opensesame');
    expect([
      ...(await context.db.select().from(batches)),
      ...(await context.db.select().from(bindings)),
    ]).toEqual([]);
  });

  it('and nobody else stands in the records for it', async () => {
    const context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
    expect(await changeBatch(context, ada, { batchId, to: 'stopped' })).toMatchObject({
      problem: { code: 'not_found' },
    });
    expect(await listEvents(context, ada, {})).toMatchObject({ value: { events: [] } });
  });
});
