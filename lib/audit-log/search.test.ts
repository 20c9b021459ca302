import { beforeEach, expect, it } from 'vitest';
import { recordRepeated } from '#lib/audit-log/repeated.ts';
import { parseEventSearch, toEventParams } from '#lib/audit-log/search-params.ts';
import { listEvents, recordEvent } from '#lib/audit-log/service.ts';
import { actorIds, type RecordedEvent } from '#lib/domain/recorded-event.ts';
import { addTestPerson } from '#lib/testing/auth/auth.ts';
import { ada } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('a search of the audit log', (database) => {
  let samId: string;
  const unknown = { id: actorIds.unknown, name: '', email: 'stranger@example.org', address: null };
  const find = async (query: string): Promise<string[]> => {
    const page = await listEvents(database(), ada, parseEventSearch(new URLSearchParams(query)).search);
    if (!page.ok) throw new Error(page.problem.code);
    return page.value.events.map((event) => ('act' in event.details ? event.details.act : event.kind));
  };

  beforeEach(async () => {
    await database().clear();
    samId = await addTestPerson(database().db, 'sam_1@example.net', 'support');
    const sam = { personId: samId, name: 'sam_1', email: 'sam_1@example.net' };
    const details = { bindingId: 'b', which: 'new', appId: '1400000000', number: '1' } as const;
    const events: [typeof ada | typeof unknown, RecordedEvent][] = [
      [ada, { kind: 'reveal', details }],
      [ada, { kind: 'person', details: { act: 'enabled', ...sam } }],
      [unknown, { kind: 'signIn', details: { act: 'failed', page: 'sign_in', personId: null } }],
      [
        { ...ada, id: samId },
        { kind: 'signIn', details: { act: 'signed_out' } },
      ],
    ];
    for (const [actor, event] of events) await recordEvent(database(), actor, event);
    const denied = { kind: 'denied', details: { act: 'page', permission: 'people.manage' } } as const;
    const counter = { scope: 'person', key: 'k', limit: 1 } as const;
    for (let n = 0; n < 3; n += 1) await recordRepeated(database(), ada, denied, [counter]);
  });

  it.each([
    ['', ['counted', 'page', 'signed_out', 'failed', 'enabled', 'reveal']],
    ['group=people', ['enabled']],
    ['group=people&group=signIns', ['signed_out', 'failed', 'enabled']],
    ['group=denied', ['counted', 'page']],
    ['group=reading&app=1400000000', ['reveal']],
    ['app=1400000001', []],
    // Who or whom, by part of a name or email as they are now; no wildcards.
    ['q=SAM_1', ['signed_out', 'enabled']],
    ['q=samX1', []],
    ['q=%25', []],
    ['q=stranger', ['failed']],
    ['person=unknown', ['failed']],
    ['q=%00', ['counted', 'page', 'signed_out', 'failed', 'enabled', 'reveal']],
    ['to=2020-01-01T00:00:00Z', []],
    ['from=2020-01-01T00:00:00Z&group=people', ['enabled']],
  ])('%s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  it('of one person finds what they did and what was done to them', async () => {
    expect(await find(`person=${samId}`)).toEqual(['signed_out', 'enabled']);
  });
});

it.each([
  ['group=people&group=nonsense&person=a b&app=x', 'group=people', ['group', 'person', 'app']],
  ['from=2026-11-03T00:00:00Z&to=2026-11-02T00:00:00Z', '', ['from', 'to']],
  ['from=yesterday', '', ['from']],
  ['after=a&before=b', 'after=a', ['before']],
  ['app=1&app=1&q= Mei &colour=red', 'q=Mei&app=1', ['colour']],
])('of the address %j %j counts', (query, kept, ignored) => {
  const parsed = parseEventSearch(new URLSearchParams(query));
  expect(toEventParams(parsed.search).toString()).toBe(kept);
  expect(parsed.ignored).toEqual(ignored);
});
