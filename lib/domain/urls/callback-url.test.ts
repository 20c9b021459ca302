import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '#lib/domain/problem.ts';
import { readCallbackUrl, type UrlHint } from '#lib/domain/urls/callback-url.ts';

const read = (typed: string, allowHttp = false) => readCallbackUrl(typed, { allowHttp });

const accepted: [typed: string, url: string, hints: UrlHint[]][] = [
  ['https://hooks.acme.com/in', 'https://hooks.acme.com/in', []],
  ['https://hooks.acme.com', 'https://hooks.acme.com/', []],
  ['https://hooks.acme.com?a=1', 'https://hooks.acme.com/?a=1', []],
  ['HTTPS://Hooks.ACME.com/In', 'https://hooks.acme.com/In', []],
  ['  https://hooks.acme.com/in \n', 'https://hooks.acme.com/in', ['removed_spaces']],
  ['\u00a0https://hooks.acme.com/in', 'https://hooks.acme.com/in', ['removed_spaces']],
  ['https://hooks\u200b.acme.com/in\ufeff', 'https://hooks.acme.com/in', ['removed_invisible']],
  ['https://hooks.acme.com:8443/in', 'https://hooks.acme.com:8443/in', ['unusual_port']],
  [
    'https://hooks.acme.com/你好?名=值',
    'https://hooks.acme.com/%E4%BD%A0%E5%A5%BD?%E5%90%8D=%E5%80%BC',
    ['percent_encoded'],
  ],
  [
    'https://hooks.acme.com/👨‍👩‍👧',
    'https://hooks.acme.com/%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7',
    ['percent_encoded'],
  ],
  ['https://bücher.acme.com/in', 'https://xn--bcher-kva.acme.com/in', ['punycode']],
  ['https://xn--bcher-kva.acme.com/in', 'https://xn--bcher-kva.acme.com/in', ['punycode']],
  [
    'https://例子.中国/回调',
    'https://xn--fsqu00a.xn--fiqs8s/%E5%9B%9E%E8%B0%83',
    ['punycode', 'percent_encoded'],
  ],
  ['https://аpple.com/', 'https://xn--pple-43d.com/', ['punycode', 'mixed_script']],
  ['https://xn--pple-43d.com/', 'https://xn--pple-43d.com/', ['punycode', 'mixed_script']],
  ['https://example.com/hook', 'https://example.com/hook', ['placeholder']],
  ['https://cloud.tencent.com', 'https://cloud.tencent.com/', ['placeholder']],
  ['https://cloud.tencent.com/real', 'https://cloud.tencent.com/real', []],
  ['https://8.8.8.8/in', 'https://8.8.8.8/in', []],
  ['https://[2606:4700::1111]/in', 'https://[2606:4700::1111]/in', []],
];

const refused: [typed: string, code: ProblemCode][] = [
  ['', 'url_missing'],
  [' \u200b ', 'url_missing'],
  ['hooks.acme.com/in', 'url_needs_https'],
  ['hooks.acme.com:8443/in', 'url_needs_https'],
  ['//hooks.acme.com/in', 'url_needs_https'],
  ['http://hooks.acme.com/in', 'url_http_not_allowed'],
  ['https://', 'url_not_absolute'],
  ['javascript:alert(1)', 'url_scheme_not_allowed'],
  ['JaVaScRiPt://hooks.acme.com/%0aalert(1)', 'url_scheme_not_allowed'],
  ['java\tscript:alert(1)', 'url_has_control_characters'],
  ['java\nscript:alert(1)', 'url_has_control_characters'],
  ['data:text/html,hi', 'url_scheme_not_allowed'],
  ['file:///etc/passwd', 'url_scheme_not_allowed'],
  ['vbscript:x', 'url_scheme_not_allowed'],
  ['ftp://hooks.acme.com/', 'url_scheme_not_allowed'],
  ['https://hooks.acme.com/a b', 'url_has_spaces'],
  ['https://hooks.acme.com/a\u3000b', 'url_has_spaces'],
  ['ht\ntps://hooks.acme.com/', 'url_has_control_characters'],
  ['https://hooks.acme.com/\u0000', 'url_has_control_characters'],
  ['https://hooks.acme.com/\ud800', 'url_has_control_characters'],
  ['https://u:p@hooks.acme.com/', 'url_has_credentials'],
  ['https://@hooks.acme.com/', 'url_has_credentials'],
  ['https://hooks.acme.com/#x', 'url_has_fragment'],
  ['https://hooks.acme.com/#', 'url_has_fragment'],
  ['https://hooks.acme.com/in?token=***&app=1', 'url_has_hidden_part'],
  ['https://hooks.acme.com/***/in', 'url_has_hidden_part'],
  [`https://hooks.acme.com/${'a'.repeat(2000)}`, 'url_too_long'],
  [`https://hooks.acme.com/${'a'.repeat(10_000)}`, 'url_too_long'],
  ['https://hooks..acme.com/', 'url_host_not_dns'],
  ['https://hooks.acme.com:99999/', 'url_malformed'],
  ['https://hooks.acme.com:0/', 'url_malformed'],
  ['https://a%zz.acme.com/', 'url_malformed'],
  ['https://[::1/', 'url_malformed'],
  ['https://[fe80::1%25eth0]/', 'url_malformed'],
  ['https://hooks.acme.com:443/in', 'url_not_canonical'],
  ['https://hooks.acme.com:/in', 'url_not_canonical'],
  ['https://hooks.acme.com./in', 'url_not_canonical'],
  ['https://hooks.acme.com/a/../b', 'url_not_canonical'],
  ['https://hooks.acme.com\\in', 'url_not_canonical'],
  ['https://hooks.acme.com/in\\x', 'url_not_canonical'],
  ['https://%68ooks.acme.com/', 'url_not_canonical'],
  ['https://ｈooks.acme.com/', 'url_not_canonical'],
  ['https://hooks。acme.com/', 'url_not_canonical'],
  ['https://134744072/', 'url_not_canonical'],
  ['https://hooks.acme.com/%2e%2E/x', 'url_not_canonical'],
];

const unreachable = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f.1',
  '017700000001',
  '0',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[::7f00:1]',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.0.23',
  'metadata.tencentyun.com',
  '169.254.169.254',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '198.18.0.1',
  '192.0.2.1',
  '224.0.0.1',
  '255.255.255.255',
  'localhost',
  'localhost.',
  'LOCALHOST',
  'ⓛocalhost',
  '①②⑦.⓪.⓪.①',
  '１２７.0.0.1',
  '127。0。0。1',
  'metadata.google.internal',
  'printer.local',
  'app.localhost',
  'intranet',
  'db',
  'router.lan',
  '[ff02::1]',
  '[2001:db8::1]',
  '[2001::1]',
  '[::ffff:a9fe:a9fe]',
  '168.63.129.16',
];

describe('a callback URL', () => {
  it.each(accepted)('%j is sent as %j', (typed, url, hints) => {
    const result = read(typed);
    expect(result).toMatchObject({ ok: true, value: { url, hints } });
  });

  it.each(refused)('%j is refused with %s', (typed, code) => {
    expect(read(typed)).toMatchObject({ ok: false, problem: { code, field: 'callbackUrl' } });
  });

  it.each(unreachable)('the host %s is refused in every scheme, with a port and with a path', (host) => {
    for (const typed of [`https://${host}`, `https://${host}:8443/x?y=1`, `http://${host}/`]) {
      expect(read(typed, true)).toMatchObject({ ok: false, problem: { code: 'url_private_host' } });
    }
  });

  it("over http is accepted only by the deployment's switch, with a hint", () => {
    expect(read('http://hooks.acme.com/in', true)).toMatchObject({ ok: true, value: { hints: ['http'] } });
  });

  it('that needs repair is offered in its repaired form, which is then accepted', () => {
    for (const [typed] of refused.filter(([, code]) => code === 'url_not_canonical')) {
      const result = read(typed);
      const canonical = result.ok ? null : result.problem.params?.canonical;
      expect(read(String(canonical))).toMatchObject({ ok: true, value: { url: canonical } });
    }
  });

  it('shows the host in its own script beside the punycode', () => {
    expect(read('https://xn--fsqu00a.xn--fiqs8s/')).toMatchObject({ value: { displayHost: '例子.中国' } });
    expect(read('https://bücher.acme.com/')).toMatchObject({ value: { displayHost: 'bücher.acme.com' } });
  });

  it('reads without throwing whatever is typed, and a sent form reads as itself', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withQueryParameters: true }),
      fc.string({ unit: 'grapheme' }).map((text) => `https://hooks.acme.com/${text}`),
      fc.string({ unit: 'grapheme' }).map((text) => `https://${text}.com/`),
      fc.string().map((text) => `https://${text}`),
    );
    fc.assert(
      fc.property(hostile, (typed) => {
        const first = read(typed, true);
        if (!first.ok) return;
        const again = read(first.value.url, true);
        expect(again).toMatchObject({ ok: true, value: { url: first.value.url, host: first.value.host } });
        expect(new URL(first.value.url).href).toBe(first.value.url);
      }),
      { numRuns: 3000 },
    );
  });
});
