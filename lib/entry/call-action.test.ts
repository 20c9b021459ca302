import { expect, test } from 'vitest';
import { ok } from '#lib/domain/result.ts';
import { callAction } from '#lib/entry/call-action.ts';

const rejectWith = (error: unknown) => () => Promise.reject(error);
const codeOf = async (action: () => Promise<never>) => {
  const result = await callAction(action, {});
  return result.ok ? 'ok' : result.problem.code;
};
const withDigest = (digest: string) => Object.assign(new Error('x'), { digest });

test('an answer passes through', async () => {
  expect(await callAction(async (input: { n: number }) => ok(input.n), { n: 1 })).toEqual(ok(1));
});

test.each([
  ['a crash', withDigest('1234567890'), 'unexpected'],
  ['a broken fetch', new TypeError('Failed to fetch'), 'offline'],
  ['an answer that is none', new Error('An unexpected response was received from the server.'), 'offline'],
  ['an unknown action', Object.assign(new Error('x'), { name: 'UnrecognizedActionError' }), 'stale'],
  ['something odd', 'odd', 'offline'],
])('%s becomes a problem', async (_what, error, code) => {
  expect(await codeOf(rejectWith(error))).toBe(code);
});
