import { expect, test } from 'vitest';
import { checkRuntime } from '#lib/server/runtime.ts';

test('the Node that runs this can hash passwords', () => {
  expect(checkRuntime()).toEqual([]);
});

test.each([
  ['without the function', {}],
  [
    'whose OpenSSL lacks it',
    {
      argon2Sync: () => {
        throw new Error('Argon2 is not supported');
      },
    },
  ],
])('a Node %s is refused with what to do', (_what, hashing) => {
  const [found] = checkRuntime(hashing, 'v24.3.0');
  expect(found?.advice).toBe(
    'this Node (v24.3.0) cannot hash passwords with argon2id; install Node 24.7 or newer from https://nodejs.org',
  );
});
