import { describe, expect, test } from 'vitest';
import { parseEndpoint } from '#lib/tencent/endpoint.ts';

test.each([
  'https://ccc.intl.tencentcloudapi.com',
  'https://ccc.intl.tencentcloudapi.com/',
  'https://ccc.tencentcloudapi.com',
  'https://ccc.ap-guangzhou.tencentcloudapi.com',
  'https://ccc.ap-shanghai-fsi.tencentcloudapi.com',
  'https://ccc.ap-singapore.intl.tencentcloudapi.com',
])("%s is one of Tencent's", (text) => {
  expect(parseEndpoint(text)).toMatchObject({ ok: true, value: { kind: 'tencent' } });
});

test.each([
  'http://127.0.0.1:4010',
  'http://localhost:4010',
  'https://[::1]:4010/',
  'http://127.8.9.1',
  'https://127.0.0.1',
])('%s is on this machine', (text) => {
  expect(parseEndpoint(text)).toMatchObject({ ok: true, value: { kind: 'loopback' } });
});

describe('anything else is refused with advice that names no part of it', () => {
  const refused = [
    '',
    'ccc.intl.tencentcloudapi.com',
    '//ccc.intl.tencentcloudapi.com',
    'ftp://ccc.tencentcloudapi.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://ccc.intl.tencentcloudapi.com',
    'https://ccc.tencentcloudapi.com:8443',
    'https://ccc.tencentcloudapi.com:443',
    'https://ccc.tencentcloudapi.com.',
    'https://ccc.tencentcloudapi.com.secret.example',
    'https://secret.example/ccc.tencentcloudapi.com',
    'https://secret.example#.tencentcloudapi.com',
    'https://secretccc.tencentcloudapi.com',
    'https://ccc.tencentcloudapi.com@secret.example',
    'https://secret:word@ccc.tencentcloudapi.com',
    'https://secret@127.0.0.1',
    'https://ccc-tencentcloudapi.com',
    'https://ccctencentcloudapi.com',
    'https://cvm.tencentcloudapi.com',
    'https://tencentcloudapi.com',
    'https://ccc.secret.tencentcloudapi.com',
    'https://ccc.a.b.tencentcloudapi.com',
    'https://ccc.intl.ap-guangzhou.tencentcloudapi.com',
    'https://ccc.tencentcloudapi.com/path',
    'https://ccc.tencentcloudapi.com/?a=secret',
    'https://ccc.tencentcloudapi.com/#secret',
    'https://CCC.tencentcloudapi.com',
    'https:ccc.tencentcloudapi.com',
    'https:\\\\ccc.tencentcloudapi.com',
    ' https://ccc.tencentcloudapi.com',
    'https://ccc.tencentcloudapi.com\n',
    'https://ccc.ten\tcentcloudapi.com',
    'https://ccc.tencentcloudapi。com',
    'https://сcc.tencentcloudapi.com',
    'https://ccc.%74encentcloudapi.com',
    'http://127.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://localhost.',
    'http://localhost.secret.example',
    'http://127.0.0.1.secret.example',
    'http://0.0.0.0',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://10.0.0.1',
    'http://169.254.169.254',
    'https://secret.localhost',
    'http://①②⑦.⓪.⓪.①',
  ];

  test.each(refused)('%j', (text) => {
    const parsed = parseEndpoint(text);
    expect(parsed).toMatchObject({ ok: false, problem: { variable: 'CCC_ENDPOINT' } });
    expect(!parsed.ok && parsed.problem.advice).toMatch(/; use https:\/\/ccc\.intl/);
    expect(!parsed.ok && parsed.problem.advice).not.toMatch(/secret|:word|passwd/);
  });
});
