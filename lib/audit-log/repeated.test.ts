import { beforeEach, expect, it } from 'vitest';
import { type Counter, recordRepeated } from '#lib/audit-log/repeated.ts';
import { listEvents } from '#lib/audit-log/service.ts';
import type { RecordedEvent } from '#lib/domain/recorded-event.ts';
import { ada } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const denied: RecordedEvent & { kind: 'denied' } = {
  kind: 'denied',
  details: { act: 'stopped', batchId: null, lines: null },
};
const one = (key: string, limit = 10): Counter => ({ scope: 'person', key, limit });
const all = (limit: number): Counter => ({ scope: 'all', key: 'all', limit });

describeOnEachDatabase('an act that can be repeated without end', (database) => {
  beforeEach(() => database().clear());
  const record = async (times: number, ...counters: [Counter, ...Counter[]]) => {
    for (let time = 0; time < times; time += 1) await recordRepeated(database(), ada, denied, counters);
  };
  const list = async () => {
    const page = await listEvents(database(), ada, {});
    if (!page.ok) throw new Error(page.problem.code);
    return page.value.events.map(({ kind, count }) => ({ kind, count }));
  };
  const full = (count: number) => Array.from({ length: count }, () => ({ kind: 'denied', count: null }));

  it('leaves ten events an hour, and one that counts the rest', async () => {
    await record(25, one('sue'));
    expect(await list()).toEqual([{ kind: 'counted', count: 25 }, ...full(10)]);
    await record(1, one('tom'));
    expect(await list()).toHaveLength(12);
  });

  it('counts acts that come together', async () => {
    await Promise.all(Array.from({ length: 20 }, () => record(1, one('sue'))));
    const events = await list();
    expect(events.filter(({ kind }) => kind === 'denied')).toEqual(full(10));
    expect(events.filter(({ kind }) => kind === 'counted')).toEqual([{ kind: 'counted', count: 20 }]);
  });

  it('leaves no more events than the widest counter allows, and one, however many narrow ones there are', async () => {
    for (let person = 0; person < 20; person += 1) await record(12, one(`person-${person}`, 2), all(8));
    const events = await list();
    expect(events).toHaveLength(9);
    expect(events.filter(({ kind }) => kind === 'counted').length).toBeGreaterThan(1);
  });
});
