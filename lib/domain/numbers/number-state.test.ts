import { expect, test } from 'vitest';
import { labelOf, providerStateOf } from '#lib/domain/numbers/number-state.ts';

test('a number is only called set while nothing newer is open', () => {
  expect(labelOf({ boundBindingId: 'a', openBindingId: null })).toBe('set');
  expect(labelOf({ boundBindingId: 'a', openBindingId: 'b' })).toBe('unknown');
  expect(labelOf({ boundBindingId: null, openBindingId: 'b' })).toBe('unknown');
  expect(labelOf({ boundBindingId: null, openBindingId: null })).toBe('never');
});

test.each([
  [1, true, 'normal'],
  [2, true, 'overdue'],
  [4, true, 'disabled'],
  [5, true, 'violation'],
  [3, true, 'other'],
  [null, true, 'other'],
  [1, false, 'missing'],
  [null, null, 'unread'],
] as const)('State %s, listed %s: %s', (providerState, providerListed, state) => {
  expect(providerStateOf({ providerState, providerListed })).toBe(state);
});
