import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { listEvents } from '#lib/audit-log/service.ts';
import { setHomeCountry } from '#lib/connection/home-country.ts';
import { consoleSettings } from '#lib/db/schema.ts';
import { findHomeCountry } from '#lib/entry/home-country.ts';
import { changePreferences } from '#lib/preferences/service.ts';
import { addTestPerson } from '#lib/testing/auth/auth.ts';
import { ada, sue } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('the home country', (database) => {
  beforeEach(() => database().clear());
  const events = async () => {
    const page = await listEvents(database(), ada, {});
    return page.ok ? page.value.events : [];
  };

  it('is mainland China until an admin sets another one, which holds for everybody at once', async () => {
    expect(await findHomeCountry(database(), sue)).toEqual({ country: 'CN', own: false, ofConsole: 'CN' });
    expect(await setHomeCountry(database(), ada, { country: 'GB' })).toMatchObject({ ok: true });
    for (const viewer of [ada, sue])
      expect(await findHomeCountry(database(), viewer)).toEqual({
        country: 'GB',
        own: false,
        ofConsole: 'GB',
      });
  });

  it('is recorded with the old and the new one, and only where it changed', async () => {
    await setHomeCountry(database(), ada, { country: 'CN' });
    expect(await events()).toEqual([]);
    expect(await database().db.select().from(consoleSettings)).toEqual([]);
    await setHomeCountry(database(), ada, { country: 'SG' });
    await setHomeCountry(database(), ada, { country: 'SG' });
    await setHomeCountry(database(), ada, { country: 'ID' });
    expect(await events()).toMatchObject([
      { kind: 'homeCountry', details: { old: 'SG', new: 'ID' }, actor: { name: 'Ada' } },
      { kind: 'homeCountry', details: { old: 'CN', new: 'SG' } },
    ]);
  });

  it('set by many at once has one history in which each change begins where the one before ended', async () => {
    const wanted = ['GB', 'ID', 'US', 'SG', 'DE'] as const;
    await Promise.all(wanted.map((country) => setHomeCountry(database(), ada, { country })));
    const { ofConsole } = await findHomeCountry(database(), ada);
    const changes = (await events()).flatMap((event) =>
      event.kind === 'homeCountry' ? [event.details] : [],
    );
    expect(changes).toHaveLength(5);
    // Each change begins at the one before: only the last one's country is not the beginning of another.
    const begun = [...changes.map((change) => change.old), ofConsole].sort();
    expect(begun).toEqual(['CN', ...changes.map((change) => change.new)].sort());
  });

  it('is not changed by support', async () => {
    expect(await setHomeCountry(database(), sue, { country: 'GB' })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    expect(await findHomeCountry(database(), sue)).toMatchObject({ country: 'CN' });
    expect(await events()).toEqual([]);
  });

  it('that a person chose holds for that person alone, until it is taken back', async () => {
    const mei = { ...sue, id: await addTestPerson(database().db, 'mei@example.net', 'support') };
    await changePreferences(database(), mei, { homeCountry: 'ID' });
    await setHomeCountry(database(), ada, { country: 'GB' });
    expect(await findHomeCountry(database(), mei)).toEqual({ country: 'ID', own: true, ofConsole: 'GB' });
    expect(await findHomeCountry(database(), sue)).toMatchObject({ country: 'GB', own: false });
    await changePreferences(database(), mei, { homeCountry: null });
    expect(await findHomeCountry(database(), mei)).toEqual({ country: 'GB', own: false, ofConsole: 'GB' });
  });

  it('of another version that this one does not know counts as not set', async () => {
    await setHomeCountry(database(), ada, { country: 'GB' });
    const unknown: string = 'XX';
    await database()
      .db.update(consoleSettings)
      .set({ homeCountry: unknown as 'GB' })
      .where(eq(consoleSettings.id, 1));
    expect(await findHomeCountry(database(), ada)).toMatchObject({ country: 'CN', ofConsole: 'CN' });
  });
});
