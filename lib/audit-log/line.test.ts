import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordEvent } from '#lib/audit-log/service.ts';
import { actorIds, type RecordedEvent } from '#lib/domain/recorded-event.ts';
import { ada } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

const reveal: RecordedEvent = {
  kind: 'reveal',
  details: { bindingId: 'binding-1', which: 'new', appId: '1400000000', number: '0086075586013388' },
};

describeOnEachDatabase('the line of an event on stdout', (database) => {
  let written: string[] = [];
  beforeEach(async () => {
    await database().clear();
    written = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  });
  afterEach(() => void vi.restoreAllMocks());
  const lines = () => written.map((line) => JSON.parse(line));

  it('is one JSON object with who, what and from where, whatever LOG_LEVEL is', async () => {
    const id = await recordEvent(database(), ada, reveal);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^\{.*\}\n$/);
    expect(lines()).toMatchObject([
      {
        level: 30,
        msg: 'audit',
        event: {
          id,
          kind: 'reveal',
          actor: { kind: 'person', id: ada.id, name: ada.name, email: ada.email },
          address: ada.address,
          details: { which: 'new', appId: '1400000000', number: '…3388' },
        },
      },
    ]);
  });

  it('comes after the commit, and not at all after a rollback', async () => {
    await database().db.transaction(async (db) => {
      await recordEvent({ db }, ada, reveal);
      expect(written).toEqual([]);
    });
    expect(written).toHaveLength(1);
    const failing = database().db.transaction(async (db) => {
      await recordEvent({ db }, ada, reveal);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(written).toHaveLength(1);
  });

  it('holds no URL, whatever somebody typed, and no search', async () => {
    await recordEvent(database(), ada, {
      kind: 'account',
      details: {
        act: 'name_changed',
        from: 'a "https://hooks.acme.com/in?token=opensesame"',
        to: 'wss://x/opensesame',
      },
    });
    await recordEvent(database(), ada, {
      kind: 'export',
      details: { format: 'csv', query: 'q=https%3A%2F%2Fx%2Fopensesame', zone: 'UTC', rows: 1, newest: null },
    });
    expect(lines()).toHaveLength(2);
    expect(written.join('')).not.toContain('opensesame');
    expect(lines()[0]?.event.details.from).toBe('a "[url]"');
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:DB8::0:7', '2001:db8::7'],
    ['<b>evil</b>', null],
    ['unknown', null],
    [null, null],
  ])('names the address %j as %j', async (address, expected) => {
    const actor = { id: actorIds.unknown, name: '', email: 'x@example.net', address };
    await recordEvent(database(), actor, reveal);
    expect(lines()[0]?.event).toMatchObject({ actor: { kind: 'unknown' }, address: expected });
  });
});
