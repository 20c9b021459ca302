import { beforeEach, expect, it } from 'vitest';
import { listEvents } from '#lib/audit-log/service.ts';
import { describeSetback } from '#lib/safe-mode/heartbeat.ts';
import { acknowledgeSetback, getSetback } from '#lib/safe-mode/service.ts';
import { takeStock } from '#lib/safe-mode/store.ts';
import { ada, sue } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('the notice of a restored database', (database) => {
  beforeEach(() => database().clear());
  const stands = async (viewer = ada) => {
    const answer = await getSetback(database(), viewer);
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value;
  };
  const restore = async () => {
    for (const place of ['here', 'there'])
      await takeStock(database().db, { place, knownBeats: null, onSetback: async () => {} });
    const setback = await stands(sue);
    if (setback === null) throw new Error('No notice stands.');
    return setback;
  };
  const recorded = async () => {
    const page = await listEvents(database(), ada, {});
    return page.ok ? page.value.events : [];
  };

  it('stands until an admin takes it away, which is recorded once', async () => {
    const { noticedAt, since } = await restore();
    expect(await describeSetback(database())).toMatch(
      `Restored from a copy of ${since.slice(0, 10)} ${since.slice(11, 16)} UTC: 0 numbers may differ`,
    );
    const answers = await Promise.all([1, 2].map(() => acknowledgeSetback(database(), ada, { noticedAt })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await stands()).toBeNull();
    expect(await describeSetback(database())).toBeNull();
    expect(await recorded()).toMatchObject([
      { kind: 'setback', details: { setback: 'restored', since, numbers: 0 }, actor: { name: 'Ada' } },
    ]);
  });

  it('is not taken away by support, nor by who saw another one', async () => {
    const setback = await restore();
    expect(await acknowledgeSetback(database(), sue, setback)).toMatchObject({
      problem: { code: 'forbidden' },
    });
    await acknowledgeSetback(database(), ada, { noticedAt: '2026-01-01T00:00:00.000Z' });
    expect(await stands()).toEqual(setback);
    expect(await recorded()).toEqual([]);
  });
});
