import { describe, expect, test } from 'vitest';
import { findActive, listPickable, openView } from '#components/views/view-list.ts';
import { parseHistorySearch } from '#lib/history/search-params.ts';

const id = '00000000-0000-4000-8000-000000000001';
const todayFrom = '2026-11-02T16:00:00.000Z';
const saved = {
  id,
  name: 'Night',
  ownerName: 'Sue',
  own: true,
  shared: false,
  editable: true,
  query: 'outcome=refused&host=a.example',
};
const views = listPickable({ viewerId: 'u-1', saved: [saved], defaultId: null, mayShare: true }, todayFrom);
const active = (query: string) => {
  const { view, ...rest } = findActive(views, parseHistorySearch(new URLSearchParams(query)).search);
  return { id: view?.id ?? null, ...rest };
};

describe('views of history', () => {
  test('are named addresses', () => {
    expect(views.map(({ id: each, query }) => [each, query])).toEqual([
      ['all', ''],
      ['failed-today', 'outcome=refused&from=2026-11-02T16%3A00%3A00Z'],
      ['mine', 'actor=u-1'],
      ['unknown', 'outcome=unknown'],
      [id, 'outcome=refused&host=a.example'],
    ]);
  });

  test('keep their name while page, page size and entry change, and say when a filter or the order does', () => {
    const same = { id, changed: false, unsaved: false };
    expect(active(`view=${id}&host=a.example&outcome=refused&size=50&after=x`)).toEqual(same);
    expect(active(`view=${id}&outcome=refused`)).toEqual({ id, changed: true, unsaved: true });
    expect(active(`view=${id}&host=a.example&outcome=refused&sort=number`)).toEqual({
      id,
      changed: true,
      unsaved: true,
    });
  });

  test('an address without a view is all changes or one that can be saved', () => {
    expect(active('')).toEqual({ id: 'all', changed: false, unsaved: false });
    expect(active('size=50')).toEqual({ id: 'all', changed: false, unsaved: false });
    expect(active('q=x')).toEqual({ id: null, changed: false, unsaved: true });
    expect(active('view=all')).toEqual({ id: 'all', changed: false, unsaved: false });
  });

  test('a view that this person may not see leaves its filters and no name', () => {
    expect(active('view=00000000-0000-4000-8000-00000000ffff&q=x')).toEqual({
      id: null,
      changed: false,
      unsaved: true,
    });
  });

  test('open with the page size of now', () => {
    const night = views.find((view) => view.id === id);
    expect(night && openView(night, { size: 100, q: 'old' })).toEqual({
      view: id,
      outcome: ['refused'],
      host: ['a.example'],
      size: 100,
    });
  });
});
