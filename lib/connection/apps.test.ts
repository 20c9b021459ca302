import { beforeEach, describe, expect, it } from 'vitest';
import { listEvents } from '#lib/audit-log/service.ts';
import { addApp, renameApp, setAppRetired } from '#lib/connection/apps.ts';
import { addAppInputSchema } from '#lib/connection/schema.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import { apps as appsTable } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import { readInput } from '#lib/entry/read-input.ts';
import { ada, ben, sue } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';

describeOnEachDatabase('the apps of the console', (database) => {
  const ground = () => ({ db: database().db, ...appsOf(database().db, []) });
  const add = (appId: string, name: string, viewer = ada) => addApp(ground(), viewer, { appId, name });
  const inUse = async () => (await ground().apps()).map(({ id, name }) => `${id}=${name}`);
  const acts = async () => {
    const page = await listEvents(database(), ada, {});
    return page.ok ? page.value.events.map(({ kind, details, actor }) => [kind, details, actor.name]) : [];
  };

  beforeEach(async () => {
    await database().clear();
    await database().db.insert(appsTable).values({ id: '1400000000', name: 'Main line' });
  });

  it('are added, renamed, retired and brought back, each recorded with old and new', async () => {
    expect(await add('1400812345', 'Sales')).toMatchObject({ ok: true });
    expect(await inUse()).toEqual(['1400000000=Main line', '1400812345=Sales']);
    await renameApp(ground(), ben, { appId: '1400812345', name: 'Sales Asia' });
    await setAppRetired(ground(), ada, { appId: '1400812345', retired: true });
    expect(await inUse()).toEqual(['1400000000=Main line']);
    expect(await ground().knownApps()).toEqual([
      { id: '1400000000', name: 'Main line', retired: false },
      { id: '1400812345', name: 'Sales Asia', retired: true },
    ]);
    await setAppRetired(ground(), ada, { appId: '1400812345', retired: false });
    expect(await inUse()).toEqual(['1400000000=Main line', '1400812345=Sales Asia']);
    const appId = '1400812345';
    expect(await acts()).toEqual([
      ['app', { act: 'returned', appId, old: 'Sales Asia', new: 'Sales Asia' }, 'Ada'],
      ['app', { act: 'retired', appId, old: 'Sales Asia', new: 'Sales Asia' }, 'Ada'],
      ['app', { act: 'renamed', appId, old: 'Sales', new: 'Sales Asia' }, 'Ben'],
      ['app', { act: 'added', appId, old: null, new: 'Sales' }, 'Ada'],
    ]);
  });

  it('that change nothing are not recorded', async () => {
    await renameApp(ground(), ada, { appId: '1400000000', name: 'Main line' });
    await setAppRetired(ground(), ada, { appId: '1400000000', retired: false });
    expect(await renameApp(ground(), ada, { appId: '1499999999', name: 'No app' })).toMatchObject({
      problem: { code: 'not_found' },
    });
    expect(await setAppRetired(ground(), ada, { appId: '1499999999', retired: true })).toMatchObject({
      problem: { code: 'not_found' },
    });
    expect(await acts()).toEqual([]);
  });

  it('are not changed by support', async () => {
    for (const answer of [
      await add('1400812345', 'Sales', sue),
      await renameApp(ground(), sue, { appId: '1400000000', name: 'Mine' }),
      await setAppRetired(ground(), sue, { appId: '1400000000', retired: true }),
    ])
      expect(answer).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await inUse()).toEqual(['1400000000=Main line']);
    expect(await acts()).toEqual([]);
  });

  it('keep their ids: one that is there, in use or retired, is not added again', async () => {
    const taken = { problem: { code: 'app_id_taken', field: 'appId', params: { name: 'Main line' } } };
    expect(await add('1400000000', 'Other')).toMatchObject(taken);
    await setAppRetired(ground(), ada, { appId: '1400000000', retired: true });
    expect(await add('1400000000', 'Other')).toMatchObject(taken);
  });

  it.each([
    'Main line',
    'MAIN LINE',
    ' main   line ',
    'Ｍａｉｎ ｌｉｎｅ',
    'Main\u00A0line',
    'Ma\u200Bin line',
    '1400000000',
    '１４００００００００',
  ])('are told apart by their names: %j names the first one already', async (name) => {
    const taken = { problem: { code: 'app_name_taken', field: 'name', params: { id: '1400000000' } } };
    expect(await add('1400812345', name)).toMatchObject(taken);
    await add('1400812345', 'Sales');
    expect(await renameApp(ground(), ada, { appId: '1400812345', name })).toMatchObject(taken);
    // Also while it is retired: it may come back.
    await setAppRetired(ground(), ada, { appId: '1400000000', retired: true });
    expect(await renameApp(ground(), ada, { appId: '1400812345', name })).toMatchObject(taken);
  });

  it('may be called by their own id, and change the case of their own name', async () => {
    expect(await renameApp(ground(), ada, { appId: '1400000000', name: '1400000000' })).toMatchObject({
      ok: true,
    });
    expect(await renameApp(ground(), ada, { appId: '1400000000', name: 'main line' })).toMatchObject({
      ok: true,
    });
    expect(await renameApp(ground(), ada, { appId: '1400000000', name: 'Main Line' })).toMatchObject({
      ok: true,
    });
  });

  it('added by many at once are each there once, with one name each', async () => {
    const same = await Promise.all([1, 2, 3].map(() => add('1400812345', 'Sales')));
    expect(same.filter(({ ok }) => ok)).toHaveLength(1);
    const alike = await Promise.all(
      ['Claims', 'claims', 'CLAIMS'].map((name, n) => add(`150000000${n}`, name)),
    );
    expect(alike.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await inUse()).toHaveLength(3);
  });

  it('are those of CCC_SDK_APPS where it names any, and then nobody changes them', async () => {
    const fixed = { db: database().db, ...appsOf(database().db, [{ id: '1400000007', name: 'Fixed' }]) };
    expect(await fixed.apps()).toEqual([{ id: '1400000007', name: 'Fixed' }]);
    expect(await fixed.knownApps()).toEqual([{ id: '1400000007', name: 'Fixed', retired: false }]);
    for (const answer of [
      await addApp(fixed, ada, { appId: '1400812345', name: 'Sales' }),
      await renameApp(fixed, ada, { appId: '1400000007', name: 'Other' }),
      await setAppRetired(fixed, ada, { appId: '1400000000', retired: true }),
    ])
      expect(answer).toMatchObject({ problem: { code: 'apps_fixed' } });
    expect(await inUse()).toEqual(['1400000000=Main line']);
  });

  it('changed by one server are seen by another at once', async () => {
    const { databaseUrl } = database();
    const other = databaseUrl === null ? null : await openPostgres(databaseUrl, () => {});
    const elsewhere = appsOf(other?.db ?? database().db, []);
    expect(await elsewhere.apps()).toHaveLength(1);
    await add('1400812345', 'Sales');
    expect(await elsewhere.apps()).toHaveLength(2);
    await setAppRetired(ground(), ada, { appId: '1400812345', retired: true });
    expect(await elsewhere.apps()).toHaveLength(1);
    await other?.close();
  });
});

describe('what is typed for a new app', () => {
  const codesOf = (input: { appId: string; name: string }) => {
    const read = readInput(addAppInputSchema, [input]);
    if (read.ok) return read.value;
    return (read.problem.problems ?? [read.problem]).map(({ code, field }) => `${field} ${code}`);
  };

  it('is taken without blanks around it', () => {
    expect(codesOf({ appId: ' 1400812345\n', name: '  Sales ' })).toEqual({
      appId: '1400812345',
      name: 'Sales',
    });
  });

  it.each([
    ['', 'app_id_missing'],
    ['   ', 'app_id_missing'],
    ['0', 'app_malformed'],
    ['01400000000', 'app_malformed'],
    ['-1', 'app_malformed'],
    ['1.4e9', 'app_malformed'],
    ['1,400,000,000', 'app_malformed'],
    ['9007199254740993', 'app_malformed'],
    ['Main line', 'app_malformed'],
    ['１４００００００００', 'app_malformed'],
    ['1400000000; drop table apps', 'app_malformed'],
  ])('is refused as an SdkAppId: %j', (appId, code) => {
    expect(codesOf({ appId, name: 'Sales' })).toEqual([`appId ${code}`]);
  });

  it.each([
    ['', 'name_missing'],
    [' \t ', 'name_missing'],
    ['\u200B\u2060', 'name_missing'],
    ['\u2800', 'name_missing'],
    ['Main\nline', 'name_malformed'],
    ['Main \u202Eline', 'name_malformed'],
    ['\uD800', 'name_malformed'],
    ['x'.repeat(101), 'name_too_long'],
  ])('is refused as a name: %j', (name, code) => {
    expect(codesOf({ appId: '1400812345', name })).toEqual([`name ${code}`]);
  });
});
