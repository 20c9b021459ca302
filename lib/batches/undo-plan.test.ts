import { expect, it } from 'vitest';
import type { UndoRow } from '#lib/batches/store-undo.ts';
import { whyLeftOut } from '#lib/batches/undo-plan.ts';

const old = { callbackUrl: 'https://old.acme.com/in', numberType: 'number' } as const;
const next = { callbackUrl: 'https://new.acme.com/in', numberType: 'number' } as const;
const before = { id: 'b-1', ...old };

const rowOf = (rest: Partial<UndoRow> = {}): UndoRow => ({
  line: 1,
  appId: '1400000000',
  number: '0086075586013388',
  state: 'bound',
  isNewest: true,
  before,
  bound: next,
  open: null,
  ...rest,
});
const why = (rest: Partial<UndoRow>, given = {}) =>
  whyLeftOut(rowOf(rest), { appIds: new Set(['1400000000']), allowHttp: false, ...given });

it('a line that was bound, or may have been, and that nobody has changed since can be put back', () => {
  expect(why({})).toBeNull();
  expect(why({ state: 'unknown', bound: old, open: next })).toBeNull();
});

it.each([
  ['first', { before: null }],
  ['first', { state: 'unknown', before: null, bound: null, open: next }],
  ['changed', { isNewest: false }],
  ['changed', { isNewest: false, before: null }],
  ['changed', { state: 'unknown', isNewest: false, bound: { ...next, callbackUrl: 'https://x.acme.com/' } }],
  // Already restored by any person, or there never was another URL.
  ['already', { isNewest: false, bound: old }],
  ['already', { bound: old }],
  ['already', { state: 'unknown', bound: old, open: old }],
  ['noUrl', { before: { ...before, callbackUrl: null } }],
  ['appGone', { appId: '1400000009' }],
  ['urlNotAllowed', { before: { ...before, callbackUrl: 'http://old.acme.com/in' } }],
  ['urlNotAllowed', { before: { ...before, callbackUrl: 'https://localhost/in' } }],
  ['refused', { state: 'refused' }],
  ['unsent', { state: 'unsent' }],
  ['underWay', { state: 'queued' }],
  ['underWay', { state: 'sending' }],
] as const)('%s: %o', (reason, rest) => {
  expect(why(rest)).toBe(reason);
});

it('another number type alone is a change that can be put back', () => {
  expect(why({ bound: { ...old, numberType: 'inner' } })).toBeNull();
  expect(why({ bound: { ...old, numberType: null } })).toBeNull();
});

it('what http may be put back to is for the deployment to say', () => {
  expect(
    why({ before: { ...before, callbackUrl: 'http://old.acme.com/in' } }, { allowHttp: true }),
  ).toBeNull();
});
