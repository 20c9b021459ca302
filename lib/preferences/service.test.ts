import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#lib/auth/viewer.ts';
import { preferences } from '#lib/db/schema/preferences.ts';
import { changePreferences, getPreferences } from '#lib/preferences/service.ts';
import { addTestPerson } from '#lib/testing/auth/auth.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('preferences', (database) => {
  let mei: Viewer;
  let sam: Viewer;
  const viewer = async (email: string): Promise<Viewer> => {
    const id = await addTestPerson(database().db, email, 'support');
    return { id, name: email, email, role: 'support', sessionId: 'test', address: null };
  };
  const keep = (value: unknown) =>
    database()
      .db.insert(preferences)
      .values({ userId: mei.id, value: value as Record<string, unknown> });

  beforeEach(async () => {
    await database().clear();
    mei = await viewer('mei@example.net');
    sam = await viewer('sam@example.net');
  });

  test('who has chosen nothing has no preferences, and nothing is written for them', async () => {
    expect(await getPreferences(database(), mei)).toEqual({});
    await changePreferences(database(), mei, {});
    expect(await database().db.select().from(preferences)).toEqual([]);
  });

  test('a choice is kept for its own person alone', async () => {
    await changePreferences(database(), mei, { zone: 'utc', columns: ['time', 'reason'] });
    expect(await getPreferences(database(), mei)).toEqual({ zone: 'utc', columns: ['time', 'reason'] });
    expect(await getPreferences(database(), sam)).toEqual({});
  });

  test('changes made at once do not undo each other, and null takes a choice back', async () => {
    await Promise.all([
      changePreferences(database(), mei, { zone: 'utc' }),
      changePreferences(database(), mei, { density: 'compact' }),
      changePreferences(database(), mei, { widths: { time: 200 } }),
      changePreferences(database(), mei, { widths: { number: 120 } }),
    ]);
    expect(await getPreferences(database(), mei)).toEqual({
      zone: 'utc',
      density: 'compact',
      widths: { time: 200, number: 120 },
    });
    await changePreferences(database(), mei, { zone: null, widths: { time: null } });
    expect(await getPreferences(database(), mei)).toEqual({ density: 'compact', widths: { number: 120 } });
    await changePreferences(database(), mei, { widths: null, singleKeys: false });
    expect(await getPreferences(database(), mei)).toEqual({ density: 'compact', singleKeys: false });
  });

  test.each([
    ['text', 'utc', {}],
    ['a list', [1, 2], {}],
    ['values of another version', { zone: 'Mars', density: 3, singleKeys: false }, { singleKeys: false }],
    [
      'columns that are gone or twice',
      { columns: ['fax', 'number', 'number', 7] },
      { columns: ['time', 'number'] },
    ],
    ['widths out of bounds', { widths: { time: 1 }, zone: 'utc' }, { zone: 'utc' }],
  ])('%s falls back without a word', async (_what, kept, read) => {
    await keep(kept);
    expect(await getPreferences(database(), mei)).toEqual(read);
  });

  test('what only a newer version knows survives a change made here', async () => {
    await keep({ chart: 'hidden', zone: 'local' });
    await changePreferences(database(), mei, { zone: 'utc' });
    const [row] = await database().db.select().from(preferences).where(eq(preferences.userId, mei.id));
    expect(row?.value).toEqual({ chart: 'hidden', zone: 'utc' });
  });
});
