import fc from 'fast-check';
import { expect, test } from 'vitest';
import { urlParts } from '#components/ui/url/url-parts.ts';

test('host and last path part are kept, the middle may go', () => {
  expect(urlParts('https://hooks.acme.com/ccc/v2/voice/incoming?k=1')).toEqual({
    head: 'https://hooks.acme.com',
    middle: '/ccc/v2/voice',
    tail: '/incoming?k=1',
  });
});

test('a short URL has no middle', () => {
  expect(urlParts('https://a.cn/x')).toEqual({ head: 'https://a.cn', middle: '', tail: '/x' });
  expect(urlParts('https://a.cn')).toEqual({ head: 'https://a.cn', middle: '', tail: '' });
});

test('a path that ends in a slash keeps its last name', () => {
  expect(urlParts('https://a.cn/one/two/').tail).toBe('/two/');
});

test('the parts put together are the URL', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (url) => {
        const { head, middle, tail } = urlParts(url);
        expect(head + middle + tail).toBe(url);
      },
    ),
  );
});
