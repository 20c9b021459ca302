import { beforeAll, expect, it } from 'vitest';
import { listEvents } from '#lib/audit-log/service.ts';
import { revealUrl } from '#lib/bind-number/reveal.ts';
import { bindings } from '#lib/db/schema.ts';
import { ada, sue } from '#lib/testing/bindings/bench.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

const row = bindingRow({
  callbackUrl: 'https://h.acme.com/?token=new',
  previousUrl: 'https://h.acme.com/?token=old',
});

describeOnEachDatabase('a hidden URL', (database) => {
  beforeAll(async () => void (await database().db.insert(bindings).values(row)));
  const recorded = async () => {
    const page = await listEvents(database(), ada, {});
    return page.ok ? page.value.events : [];
  };

  it.each([
    ['new', row.callbackUrl],
    ['previous', row.previousUrl],
  ] as const)('is shown whole to an admin, one at a time (%s), and that is recorded', async (which, url) => {
    const before = (await recorded()).length;
    const answer = await revealUrl(database(), ada, { bindingId: row.id, which });
    expect(answer).toEqual({ ok: true, value: { url } });
    const [event, ...earlier] = await recorded();
    expect(earlier).toHaveLength(before);
    expect(event).toMatchObject({
      kind: 'reveal',
      details: { bindingId: row.id, which, appId: row.appId, number: row.number },
      actor: { id: ada.id },
    });
    expect(JSON.stringify(event)).not.toContain('token');
  });

  it('stays hidden from support, and where there is none', async () => {
    const before = (await recorded()).length;
    expect(await revealUrl(database(), sue, { bindingId: row.id, which: 'new' })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    expect(await revealUrl(database(), ada, { bindingId: 'x', which: 'new' })).toMatchObject({
      problem: { code: 'not_found' },
    });
    expect(await recorded()).toHaveLength(before);
  });

  it('is not shown while it can not be recorded', async () => {
    // PostgreSQL's text has no NUL.
    const unwritable = { ...ada, name: 'A\0' };
    await expect(revealUrl(database(), unwritable, { bindingId: row.id, which: 'new' })).rejects.toThrow();
  });
});
