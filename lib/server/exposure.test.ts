import { expect, test } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { chooseListenHost, describeExposure, findInsecureOrigin } from '#lib/server/exposure.ts';

const read = (source: Record<string, string>) => parseEnvironment(source).environment;

test.each([
  ['the simulator', {}, false, undefined],
  ['real credentials on loopback', {}, true, '127.0.0.1'],
  ['real credentials on a spelling of loopback', { APP_ORIGIN: 'http://127.0.0.1:8080' }, true, '127.0.0.1'],
  ['real credentials on IPv6 loopback', { APP_ORIGIN: 'http://[::1]:8080' }, true, '127.0.0.1'],
  ['an https origin', { APP_ORIGIN: 'https://patchboard.example.net' }, true, undefined],
  ['an address that was given', { LISTEN_HOST: '10.0.0.7' }, true, '10.0.0.7'],
  ['all addresses, given', { LISTEN_HOST: '0.0.0.0' }, true, '0.0.0.0'],
])('%s: where it listens', (_what, source, realCredentials, host) => {
  expect(chooseListenHost(read(source), realCredentials)).toBe(host);
});

test.each([
  [{ APP_ORIGIN: 'http://patchboard.example.net' }, true, true],
  [{ APP_ORIGIN: 'http://192.168.1.5:3000' }, true, true],
  [{ APP_ORIGIN: 'http://localhost.example.net' }, true, true],
  [{ APP_ORIGIN: 'http://127.0.0.1.example.net' }, true, true],
  [{ APP_ORIGIN: 'http://patchboard.example.net', ALLOW_INSECURE_HTTP: 'true' }, true, false],
  [{ APP_ORIGIN: 'http://patchboard.example.net' }, false, false],
  [{ APP_ORIGIN: 'http://localhost:3000' }, true, false],
  [{ APP_ORIGIN: 'https://patchboard.example.net' }, true, false],
])('%j with real credentials %s is refused: %s', (source, realCredentials, refused) => {
  const problems = findInsecureOrigin(read(source), realCredentials);
  expect(problems.map(({ variable }) => variable)).toEqual(refused ? ['APP_ORIGIN'] : []);
});

test('what is likely not meant is told at start', () => {
  const told = (source: Record<string, string>, real = true) =>
    describeExposure(read(source), real).join('\n');
  expect(told({})).toMatch(/^Listening on 127\.0\.0\.1 alone/);
  expect(told({}, false)).toBe('');
  const https = 'https://patchboard.example.net';
  expect(told({ APP_ORIGIN: https })).toContain('TRUSTED_PROXY_HOPS is 0');
  expect(told({ APP_ORIGIN: https, TRUSTED_PROXY_HOPS: '1' })).toContain(
    'past the proxy can claim any address',
  );
  expect(told({ APP_ORIGIN: https, TRUSTED_PROXY_HOPS: '1', LISTEN_HOST: '127.0.0.1' })).toBe('');
  const open = { APP_ORIGIN: 'http://patchboard.example.net', ALLOW_INSECURE_HTTP: 'true' };
  expect(told(open)).toContain('in plain text');
  for (const [url, exposed] of [
    ['postgres://u:p@db.example.net/x', true],
    ['postgres://u:p@10.0.0.7/x?sslmode=disable', true],
    ['postgres://u:p@db.example.net/x?sslmode=require', false],
    ['postgres://u:p@db.example.net/x?sslmode=no-verify', false],
    ['postgres://u:p@localhost/x', false],
    ['postgres://u:p@/x?host=/run/postgresql', false],
  ] as const)
    expect(told({ DATABASE_URL: url }, false).includes('PostgreSQL is reached'), url).toBe(exposed);
});

test('an address under a path is told that only a root will do', () => {
  expect(parseEnvironment({ APP_ORIGIN: 'https://example.net/patchboard' }).problems).toMatchObject([
    {
      variable: 'APP_ORIGIN',
      advice: expect.stringContaining('at the root of a host name, never under a path'),
    },
  ]);
});
