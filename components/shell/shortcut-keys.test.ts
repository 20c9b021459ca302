import { expect, test } from 'vitest';
import { shortcutOf } from '#components/shell/shortcut-keys.ts';

const press = (key: string, rest: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  target: null,
  ...rest,
});
/** As an element that is (or is not) a place to type in. */
const target = (typing: boolean) => ({ matches: () => typing }) as unknown as EventTarget;

test('single keys open pages while nothing is typed', () => {
  expect(shortcutOf(press('b'), true)).toBe('bind');
  expect(shortcutOf(press('n'), true)).toBe('numbers');
  expect(shortcutOf(press('/', { target: target(false) }), true)).toBe('search');
  expect(shortcutOf(press('?'), true)).toBe('list');
});

test('single keys are letters while somebody types', () => {
  expect(shortcutOf(press('b', { target: target(true) }), true)).toBeNull();
});

test('single keys can be turned off, Control+K stays', () => {
  expect(shortcutOf(press('b'), false)).toBeNull();
  expect(shortcutOf(press('k', { ctrlKey: true, target: target(true) }), false)).toBe('palette');
});

test('keys of an input method and with Alt are left alone', () => {
  expect(shortcutOf(press('b', { isComposing: true }), true)).toBeNull();
  expect(shortcutOf(press('b', { altKey: true }), true)).toBeNull();
  expect(shortcutOf(press('b', { ctrlKey: true }), true)).toBeNull();
});
