import { expect, test } from 'vitest';
import { judgeRequest, ownOrigins } from '#lib/server/origin-check.ts';

const origin = 'https://patchboard.example.net';
const good = {
  method: 'POST',
  forBatch: false,
  origin,
  fetchSite: 'same-origin',
  contentType: 'text/plain;charset=UTF-8',
  contentLength: '120',
  actionId: '40'.padEnd(42, 'a'),
};

test('a same-origin action passes', () => {
  expect(judgeRequest(good, [origin])).toBeNull();
});

test('the page that starts a batch may send its lines', () => {
  expect(judgeRequest({ ...good, forBatch: true, contentLength: '5000000' }, [origin])).toBeNull();
});

test.each([
  ['no Origin', { origin: null }, 403],
  ['Origin: null', { origin: 'null' }, 403],
  ['a foreign Origin', { origin: 'https://evil.example' }, 403],
  ['an Origin with ours as a prefix', { origin: `${origin}.evil.example` }, 403],
  ['another port', { origin: `${origin}:8443` }, 403],
  ['another scheme', { origin: 'http://patchboard.example.net' }, 403],
  ['an Origin that is no URL', { origin: 'not a url' }, 403],
  ['a cross-site fetch that forged its Origin', { fetchSite: 'cross-site' }, 403],
  ['a sibling site', { fetchSite: 'same-site' }, 403],
  ['no length (chunked)', { contentLength: null }, 411],
  ['a length that is no number', { contentLength: '1e3' }, 411],
  ['more than the limit', { contentLength: '1000001' }, 413],
  ['more than a batch may have', { forBatch: true, contentLength: '8000001' }, 413],
  ['another content type', { contentType: 'application/json' }, 415],
  ['no content type', { contentType: null }, 415],
  ['an id that is no id', { actionId: '__proto__' }, 400],
  ['PUT', { method: 'PUT' }, 405],
  ['DELETE', { method: 'DELETE' }, 405],
])('%s is refused', (_name, change, status) => {
  expect(judgeRequest({ ...good, ...change }, [origin])).toBe(status);
});

test('a configured origin stands alone, the default one has its loopback spellings', () => {
  expect(ownOrigins({ appOrigin: origin, appOriginIsDefault: false })).toEqual([origin]);
  expect(ownOrigins({ appOrigin: 'http://localhost:3000', appOriginIsDefault: true })).toContain(
    'http://127.0.0.1:3000',
  );
});
