import { expect, test } from 'vitest';
import { stepOf } from '#components/history/entry/step-keys.ts';

const press = (key: string, rest: Partial<Parameters<typeof stepOf>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  target: null,
  ...rest,
});
const field = { matches: () => true } as unknown as HTMLElement;

test.each([
  ['ArrowUp', true, 'newer'],
  ['ArrowDown', false, 'older'],
  ['k', true, 'newer'],
  ['j', true, 'older'],
  ['j', false, null],
  ['J', true, null],
] as const)('%s with single keys %s leads to %s', (key, singleKeys, step) => {
  expect(stepOf(press(key), singleKeys)).toBe(step);
});

test('a key with Control, or one pressed while typing, leads nowhere', () => {
  expect(stepOf(press('ArrowDown', { ctrlKey: true }), true)).toBeNull();
  expect(stepOf(press('j', { target: field }), true)).toBeNull();
});
