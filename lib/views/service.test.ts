import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Viewer } from '#lib/auth/viewer.ts';
import { user } from '#lib/db/schema.ts';
import { ada, person, sue } from '#lib/testing/auth/viewer.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { viewsLimit } from '#lib/views/schema.ts';
import { changeView, chooseDefault, deleteView, listViews, saveView } from '#lib/views/service.ts';

const sam = person('Sam', 'support');
const nobody = '00000000-0000-4000-8000-000000000000';

describeOnEachDatabase('saved views', (database) => {
  const ground = () => ({ db: database().db });
  beforeEach(async () => {
    await database().clear();
    await database()
      .db.insert(user)
      .values([ada, sue, sam].map(({ id, name, email, role }) => ({ id, name, email, role })));
  });

  const save = async (viewer: Viewer, name: string, rest: { query?: string; shared?: boolean } = {}) => {
    const saved = await saveView(ground(), viewer, {
      name,
      query: 'outcome=refused',
      shared: false,
      ...rest,
    });
    if (!saved.ok) throw new Error(saved.problem.code);
    return saved.value.id;
  };
  const list = async (viewer: Viewer) => {
    const views = await listViews(ground(), viewer);
    if (!views.ok) throw new Error(views.problem.code);
    return views.value;
  };
  const names = async (viewer: Viewer) => (await list(viewer)).saved.map(({ name }) => name);

  it('keep an address in its one written form, without page, entry and what has no meaning', async () => {
    await save(sue, 'Mixed', {
      query: `size=50&to=2026-01-02T00:00:00.000Z&outcome=unknown&outcome=bound&colour=red&entry=${nobody}&view=x&q=+a+`,
    });
    expect((await list(sue)).saved).toMatchObject([
      {
        name: 'Mixed',
        query: 'q=a&outcome=bound&outcome=unknown&to=2026-01-02T00%3A00%3A00Z',
        own: true,
        editable: true,
        ownerName: 'Sue',
      },
    ]);
  });

  it('are private until they are shared; a shared one can be used by all and changed by its owner or an admin', async () => {
    const id = await save(sue, 'Night shift');
    expect([await names(sue), await names(sam), await names(ada)]).toEqual([['Night shift'], [], []]);
    for (const viewer of [sam, ada])
      expect(await changeView(ground(), viewer, { id, name: 'Mine now' })).toMatchObject({
        problem: { code: 'not_found' },
      });
    await changeView(ground(), sue, { id, shared: true });
    expect((await list(sam)).saved).toMatchObject([{ own: false, editable: false, ownerName: 'Sue' }]);
    for (const attempt of [changeView(ground(), sam, { id, query: '' }), deleteView(ground(), sam, { id })])
      expect(await attempt).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await changeView(ground(), ada, { id, name: 'Nights' })).toMatchObject({ ok: true });
    expect(await names(sam)).toEqual(['Nights']);
    expect(await deleteView(ground(), ada, { id })).toMatchObject({ ok: true });
    expect(await names(sue)).toEqual([]);
    expect(await deleteView(ground(), sue, { id })).toMatchObject({ problem: { code: 'not_found' } });
  });

  it('have names that are unique for their owner, whatever the case', async () => {
    await save(sue, 'Failures');
    await save(sam, 'Failures');
    const other = await save(sue, 'Other');
    expect(await saveView(ground(), sue, { name: 'FAILURES', query: '', shared: false })).toMatchObject({
      problem: { code: 'view_name_taken', field: 'name' },
    });
    expect(await changeView(ground(), sue, { id: other, name: 'failures' })).toMatchObject({
      problem: { code: 'view_name_taken' },
    });
    expect(await changeView(ground(), sue, { id: other, name: 'OTHER' })).toMatchObject({ ok: true });
    expect(await names(sue)).toEqual(['Failures', 'OTHER']);
  });

  it('open history for a person who chose one, and count as none once they are gone or private', async () => {
    const id = await save(ada, 'Desk', { shared: true });
    expect(await chooseDefault(ground(), sue, { viewId: id })).toMatchObject({ ok: true });
    expect([(await list(sue)).defaultId, (await list(sam)).defaultId]).toEqual([id, null]);
    await changeView(ground(), ada, { id, shared: false });
    expect((await list(sue)).defaultId).toBeNull();
    expect(await chooseDefault(ground(), sam, { viewId: id })).toMatchObject({
      problem: { code: 'not_found' },
    });
    await chooseDefault(ground(), sue, { viewId: 'unknown' });
    expect((await list(sue)).defaultId).toBe('unknown');
    await chooseDefault(ground(), sue, { viewId: 'all' });
    expect((await list(sue)).defaultId).toBeNull();
    await chooseDefault(ground(), ada, { viewId: id });
    await deleteView(ground(), ada, { id });
    expect((await list(ada)).defaultId).toBeNull();
  });

  it('stay usable when their owner is removed, and an admin may tidy them away', async () => {
    const id = await save(sue, 'Left behind', { shared: true });
    await save(sue, 'Private');
    await database().db.delete(user).where(eq(user.id, sue.id));
    expect((await list(sam)).saved).toMatchObject([
      { name: 'Left behind', ownerName: null, editable: false },
    ]);
    expect(await deleteView(ground(), ada, { id })).toMatchObject({ ok: true });
  });

  it('end at a hundred a person', async () => {
    for (let index = 0; index < viewsLimit; index += 1) await save(sam, `View ${index}`);
    expect(await saveView(ground(), sam, { name: 'One more', query: '', shared: false })).toMatchObject({
      problem: { code: 'view_too_many', params: { limit: viewsLimit } },
    });
  });
});
