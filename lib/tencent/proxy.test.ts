import { expect, test } from 'vitest';
import { chooseProxy, describeProxy } from '#lib/tencent/proxy.ts';

const endpoint = new URL('https://ccc.intl.tencentcloudapi.com');
const httpsProxy = 'http://user:word@proxy.internal:3128';

const chosen = (noProxy: string | null, proxy: string | null = httpsProxy, to = endpoint) => {
  const choice = chooseProxy({ endpoint: to, httpsProxy: proxy, noProxy });
  return choice.ok ? (choice.value?.host ?? null) : choice.problem;
};

test('the proxy is used, with or without a scheme in front', () => {
  expect(chosen(null)).toBe('proxy.internal:3128');
  expect(chosen(null, 'proxy.internal:3128')).toBe('proxy.internal:3128');
  expect(chosen(null, ' https://proxy.internal ')).toBe('proxy.internal');
});

test.each([null, '', '  '])('no proxy is used when none is named: %j', (proxy) => {
  expect(chosen(null, proxy)).toBeNull();
});

test.each([
  '*',
  'tencentcloudapi.com',
  '.tencentcloudapi.com',
  '*.tencentcloudapi.com',
  'ccc.intl.tencentcloudapi.com',
  'a.example, TencentCloudAPI.com',
  'a.example tencentcloudapi.com',
  'tencentcloudapi.com:443',
])('NO_PROXY=%s keeps the endpoint off the proxy', (noProxy) => {
  expect(chosen(noProxy)).toBeNull();
});

test.each([
  '',
  ',',
  'ntcloudapi.com',
  'tencentcloudapi.com:8443',
  'example.com',
  'xccc.intl.tencentcloudapi.com',
  ':443',
])('NO_PROXY=%j does not', (noProxy) => {
  expect(chosen(noProxy)).toBe('proxy.internal:3128');
});

test.each(['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010'])(
  '%s is reached directly',
  (text) => {
    expect(chosen(null, httpsProxy, new URL(text))).toBeNull();
  },
);

test.each(['socks5://user:word@proxy.internal', 'http://', 'user:word@proxy internal'])(
  'a value that is no HTTP proxy is refused without repeating it',
  (proxy) => {
    expect(chosen(null, proxy)).toMatchObject({ variable: 'HTTPS_PROXY' });
    expect(JSON.stringify(chosen(null, proxy))).not.toContain('word');
  },
);

test('a proxy is shown without its user name and password', () => {
  expect(describeProxy(new URL(httpsProxy))).toBe('http://proxy.internal:3128');
  expect(describeProxy(null)).toBeNull();
});
