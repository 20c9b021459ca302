import { beforeAll, expect, it } from 'vitest';
import { findKnownNumbers, isSendable } from '#lib/bind-number/known-numbers.ts';
import { numbers } from '#lib/db/schema.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail, ok } from '#lib/domain/result.ts';
import type { Context } from '#lib/entry/context.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const other = { id: '1400000001', name: 'Sales' };

describeOnEachDatabase('which meanings of a number an app has', (database) => {
  let context: Context;
  beforeAll(async () => {
    const { db, clear } = database();
    await clear();
    context = { db, apps: async () => [app, other] } as Context;
    await db.insert(numbers).values([
      { appId: app.id, number: '0018005550199', providerListed: true, providerState: 1 },
      { appId: app.id, number: '13800138000', providerListed: true, providerState: 1 },
      { appId: app.id, number: '008618005550198', providerListed: false },
      { appId: other.id, number: '008618005550199', providerListed: true },
    ]);
  });
  const known = (...asked: string[]) => findKnownNumbers(context, ada, { appId: app.id, numbers: asked });

  it('are those in Numbers of that app alone', async () => {
    expect(await known('008618005550199', '0018005550199', '18005550199')).toEqual(
      ok([{ number: '0018005550199', numberType: null }]),
    );
  });

  it('are not those that a list no longer holds and that were never bound', async () => {
    expect(await known('008618005550198')).toEqual(ok([]));
  });

  it('are none for texts that are no numbers, and few for very many', async () => {
    expect(await known("' or 1=1", '\u0000', '1'.repeat(21), '')).toEqual(ok([]));
    expect(await known(...Array.from({ length: 5_000 }, (_, at) => `9${at}`), '0018005550199')).toEqual(
      ok([]),
    );
  });

  it('are told to those who may bind, in apps of this console', async () => {
    expect(await findKnownNumbers(context, sue, { appId: app.id, numbers: ['0018005550199'] })).toEqual(
      fail(problem('forbidden')),
    );
    expect(await findKnownNumbers(context, ada, { appId: '9', numbers: [] })).toEqual(
      fail(problem('app_not_allowed', { field: 'appId' })),
    );
  });

  it('may be sent as the provider writes them, and others only as they were shown', async () => {
    const sendable = (number: string) => isSendable(context, ada, { appId: app.id, number });
    expect(await sendable('13800138000')).toBe(true);
    expect(await sendable('13800138001')).toBe(false);
    expect(await sendable('008613800138001')).toBe(true);
    expect(await sendable('0755-86013388')).toBe(false);
    expect(await isSendable(context, ada, { appId: other.id, number: '13800138000' })).toBe(false);
  });
});
