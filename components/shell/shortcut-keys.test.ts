import { expect, test } from 'vitest';
import { places } from '#components/shell/nav-items.ts';
import { placeAfterG, shortcutOf } from '#components/shell/shortcut-keys.ts';

const press = (key: string, rest: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  target: null,
  ...rest,
});
/** As an element that is (or is not) a place to type in. */
const target = (typing: boolean) => ({ matches: () => typing }) as unknown as EventTarget;

test('single keys search, filter, list the keys and begin a way to a page', () => {
  expect(shortcutOf(press('g'), true)).toBe('go');
  expect(shortcutOf(press('f'), true)).toBe('filter');
  expect(shortcutOf(press('/', { target: target(false) }), true)).toBe('search');
  expect(shortcutOf(press('?'), true)).toBe('list');
});

test.each(['b', 'o', 'n', 'h', 'B', 'G'])('%s alone leaves no page', (key) => {
  expect(shortcutOf(press(key), true)).toBeNull();
});

test('after G each page has a letter of its own', () => {
  expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
  for (const { key, name } of places) {
    expect(placeAfterG(press(key))?.name).toBe(name);
    expect(placeAfterG(press(key.toUpperCase()))?.name).toBe(name);
  }
  expect(placeAfterG(press('x'))).toBeUndefined();
  expect(placeAfterG(press('b', { ctrlKey: true }))).toBeUndefined();
  expect(placeAfterG(press('b', { target: target(true) }))).toBeUndefined();
});

test('single keys are letters while somebody types', () => {
  expect(shortcutOf(press('g', { target: target(true) }), true)).toBeNull();
});

test('single keys can be turned off, Control+K stays', () => {
  expect(shortcutOf(press('g'), false)).toBeNull();
  expect(shortcutOf(press('k', { ctrlKey: true, target: target(true) }), false)).toBe('palette');
});

test('keys of an input method, with Alt, and a key held down are left alone', () => {
  expect(shortcutOf(press('g', { isComposing: true }), true)).toBeNull();
  expect(shortcutOf(press('g', { altKey: true }), true)).toBeNull();
  expect(shortcutOf(press('g', { ctrlKey: true }), true)).toBeNull();
  expect(shortcutOf(press('/', { repeat: true }), true)).toBeNull();
});
