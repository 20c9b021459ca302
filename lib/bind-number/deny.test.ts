import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { listEvents } from '#lib/audit-log/service.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import { bind, repeat } from '#lib/bind-number/service.ts';
import { bindings, eventCounts } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { listHistory } from '#lib/history/service.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { wants } from '#lib/testing/bindings/wants.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow, layBindings } from '#lib/testing/db/rows.ts';

describeOnEachDatabase('denied attempts', (database) => {
  let context: Context;
  beforeEach(async () => {
    await database().clear();
    // Nothing here may send.
    context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
  });

  let taken = 0;
  const attempt = async (viewer: Viewer = sue, rest: Partial<ReturnType<typeof wants>> = {}) => {
    taken += 1;
    const number = `0086075586${String(100_000 + taken)}`;
    expect(await bind(context, viewer, { ...wants({ number }), ...rest })).toMatchObject({
      problem: { code: 'forbidden' },
    });
  };
  const rowsOf = (viewer: Viewer) =>
    database().db.select().from(bindings).where(eq(bindings.actorId, viewer.id));
  const list = async (search: HistorySearch) => {
    const page = await listHistory(context, ada, search);
    if (!page.ok) throw new Error(page.problem.code);
    return page.value;
  };

  it('leave ten rows an hour and person, whatever the session, and further ones are counted', async () => {
    const sessions = [sue, { ...sue, sessionId: 'another', address: '198.51.100.9' }];
    for (let round = 0; round < 20; round += 1) for (const viewer of sessions) await attempt(viewer);
    expect(await rowsOf(sue)).toHaveLength(10);
    const counted = await database()
      .db.select()
      .from(eventCounts)
      .where(eq(eventCounts.key, `denied:${sue.id}:bind`));
    expect(counted).toMatchObject([{ count: 30 }]);
    const tom = { ...sue, id: randomUUID(), name: 'Tom' };
    await attempt(tom);
    expect(await rowsOf(tom)).toHaveLength(1);
  });

  it('are recorded as an event where history cannot hold what was asked for', async () => {
    await attempt(sue, { number: 'not a number' });
    await attempt(sue, { appId: 'no app' });
    const nothing = { bindingId: randomUUID(), afterAttempt: 1 };
    expect(await repeat(context, sue, nothing)).toMatchObject({ problem: { code: 'forbidden' } });
    const denied = { kind: 'denied', details: { act: 'request', permission: 'bindings.create' } };
    expect(await listEvents(context, ada, {})).toMatchObject({ value: { events: [denied, denied, denied] } });
    expect(await rowsOf(sue)).toEqual([]);
  });

  it('are counted one by one where many come at once', async () => {
    await Promise.all(Array.from({ length: 40 }, () => attempt()));
    expect(await rowsOf(sue)).toHaveLength(10);
    expect((await list({})).denied).toEqual({ leftOut: 10, counted: 30 });
  });

  it('share the ten, whatever is attempted', async () => {
    const unknown = bindingRow({ state: 'unknown' });
    await layBindings(database(), [unknown]);
    for (let n = 0; n < 8; n += 1) await attempt();
    for (let afterAttempt = 1; afterAttempt < 20; afterAttempt += 1)
      expect(await repeat(context, sue, { bindingId: unknown.id, afterAttempt })).toMatchObject({
        problem: { code: 'forbidden' },
      });
    expect(await rowsOf(sue)).toHaveLength(10);
    const keys = await database()
      .db.select({ key: eventCounts.key, count: eventCounts.count })
      .from(eventCounts);
    expect(keys).toContainEqual({ key: `denied:${sue.id}:repeat`, count: 17 });
    const events = await listEvents(context, ada, {});
    expect(events).toMatchObject({
      value: { events: [{ kind: 'counted', count: 27, actor: { id: sue.id } }] },
    });
  });

  it('are listed again in the next hour', async () => {
    for (let n = 0; n < 12; n += 1) await attempt();
    await database()
      .db.update(eventCounts)
      .set({ hour: sql`${eventCounts.hour} - interval '1 hour'` });
    await attempt();
    expect(await rowsOf(sue)).toHaveLength(11);
    expect((await list({ outcome: ['denied'] })).denied).toEqual({ leftOut: 0, counted: 2 });
  });

  it('are small, however long the texts are, and show nothing of a hidden part', async () => {
    const secret = 'kJ8s2Lq9Zx4Vb7Nm1Pw3';
    const callbackUrl = `https://hooks.acme.com/${'in/'.repeat(55)}${secret}/${'out/'.repeat(300)}?token=${secret}`;
    await attempt(sue, { callbackUrl, reason: '\u{1f600}'.repeat(250) });
    const [row] = await rowsOf(sue);
    expect(row?.callbackUrl).toMatch(/^https:\/\/hooks\.acme\.com\/(in\/)+\*+.*…$/);
    expect(row?.callbackHost).toBe('hooks.acme.com');
    expect(row?.reason).toMatch(/^\u{1f600}+…$/u);
    expect(row?.reason?.isWellFormed()).toBe(true);
    expect(JSON.stringify(row)).not.toContain(secret.slice(0, 6));
    const { rows } = await database().db.execute<{ bytes: number }>(
      sql`select octet_length(bindings::text) as bytes from bindings where actor_id = ${sue.id}`,
    );
    expect(Number(rows[0]?.bytes)).toBeLessThan(2_500);
    const short = 'https://hooks.acme.com/in?token=abc';
    await attempt(sue, { callbackUrl: short });
    expect((await rowsOf(sue)).map((each) => each.callbackUrl)).toContain(short);
  });

  it('are not in the default view of history, and in every search that they match', async () => {
    await layBindings(database(), [bindingRow({ state: 'bound' })]);
    for (let n = 0; n < 3; n += 1) await attempt();
    const states = async (search: HistorySearch) => (await list(search)).rows.map(({ state }) => state);
    expect(await states({})).toEqual(['bound']);
    expect((await list({})).total).toEqual({ count: 1, exact: true });
    expect(await states({ from: '2020-01-01T00:00:00Z' })).toEqual(['bound']);
    expect(await states({ sort: 'number' })).toEqual(['bound']);
    expect(await states({ outcome: ['denied'] })).toHaveLength(3);
    expect(await states({ actor: [sue.id] })).toHaveLength(3);
    expect(await states({ q: '0086075586' })).toHaveLength(3);
    expect(await states({ outcome: ['bound'], not: ['outcome'] })).toHaveLength(3);
  });

  it('that are not listed are told as a number, where the filters leave one', async () => {
    for (let n = 0; n < 13; n += 1) await attempt();
    const deniedOf = async (search: HistorySearch) => (await list(search)).denied;
    expect(await deniedOf({})).toEqual({ leftOut: 10, counted: 3 });
    expect(await deniedOf({ to: '2020-01-01T00:00:00Z' })).toEqual({ leftOut: 0, counted: 0 });
    expect(await deniedOf({ outcome: ['denied'], actor: [sue.id] })).toEqual({ leftOut: 0, counted: 3 });
    expect(await deniedOf({ outcome: ['denied'], actor: ['u-1'] })).toEqual({ leftOut: 0, counted: 0 });
    for (const search of [
      { outcome: ['denied', 'bound'] },
      { outcome: ['denied'], number: ['1001'] },
      { outcome: ['denied'], q: 'x' },
      { outcome: ['denied'], not: ['outcome'] },
      { outcome: ['bound'] },
      { actor: [sue.id] },
    ] satisfies HistorySearch[])
      expect(await deniedOf(search), JSON.stringify(search)).toBeNull();
  });
});
