import { expect, test } from 'vitest';
import { readMends, withoutMend } from '#components/batches/batch-url-fixes.ts';

const strict = { allowHttp: false };

test('a new URL is sent in its canonical form', () => {
  expect(readMends({ 7: ' https://Hooks.ACME.com/in ' }, strict)).toEqual({
    mended: [{ line: 7, callbackUrl: 'https://hooks.acme.com/in' }],
    problems: {},
  });
});

test('what cannot be sent is told by line, a hidden part among it', () => {
  const { mended, problems } = readMends(
    {
      1: 'http://hooks.acme.com/in',
      2: 'https://hooks.acme.com/in?token=***',
      3: 'https://hooks.acme.com/3',
    },
    strict,
  );
  expect(mended.map(({ line }) => line)).toEqual([3]);
  expect(problems[1]?.code).toBe('url_http_not_allowed');
  expect(problems[2]?.code).toBe('url_has_hidden_part');
});

test('a line that keeps its URL is no longer mended', () => {
  expect(withoutMend({ 1: 'a', 2: 'b' }, 1)).toEqual({ 2: 'b' });
});
