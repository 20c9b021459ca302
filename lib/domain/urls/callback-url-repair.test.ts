import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '#lib/domain/problem.ts';
import { readCallbackUrl, type UrlHint } from '#lib/domain/urls/callback-url.ts';
import { warningsOf } from '#lib/domain/urls/callback-url-warnings.ts';

const u = 'https://hooks.acme.com/in';
const read = (typed: string, allowHttp = false) => readCallbackUrl(typed, { allowHttp });

/** Texts that hold one address, by the problem they have and the address that is offered for them. */
const offered: [typed: string, code: ProblemCode, canonical: string][] = [
  // A sentence goes on behind the address.
  ['https://hooks.acme.com,', 'url_ends_in_mark', 'https://hooks.acme.com/'],
  ['https://hooks.acme.com，', 'url_ends_in_mark', 'https://hooks.acme.com/'],
  ['https://hooks.acme.com」', 'url_ends_in_mark', 'https://hooks.acme.com/'],
  ['https://hooks.acme.com…', 'url_ends_in_mark', 'https://hooks.acme.com/'],
  ['https://hooks.acme.com)', 'url_ends_in_mark', 'https://hooks.acme.com/'],
  [`${u}，`, 'url_ends_in_mark', u],
  [`${u}。`, 'url_ends_in_mark', u],
  [`${u}、`, 'url_ends_in_mark', u],
  [`${u}；`, 'url_ends_in_mark', u],
  [`${u}？！`, 'url_ends_in_mark', u],
  [`${u}）`, 'url_ends_in_mark', u],
  [`${u}】。`, 'url_ends_in_mark', u],
  [`${u}”`, 'url_ends_in_mark', u],
  [`${u}…`, 'url_ends_in_mark', u],
  [`${u}，谢谢`, 'url_ends_in_mark', u],
  [`${u}"`, 'url_ends_in_mark', u],
  [`${u}>`, 'url_ends_in_mark', u],
  ['https://hooks.acme.com:443/a/../b，', 'url_ends_in_mark', 'https://hooks.acme.com/b'],
  // Quotes, markup and labels around it.
  [`“${u}”`, 'url_wrapped', u],
  [`"${u}",`, 'url_wrapped', u],
  [`'${u}'`, 'url_wrapped', u],
  [`「${u}」`, 'url_wrapped', u],
  [`《${u}》`, 'url_wrapped', u],
  [`<${u}>`, 'url_wrapped', u],
  [`<${u}|hook>`, 'url_wrapped', u],
  [`[hook](${u})`, 'url_wrapped', u],
  [`[${u}](${u})`, 'url_wrapped', u],
  [`(${u})`, 'url_wrapped', u],
  [`(https://hooks.acme.com/a_(b))`, 'url_wrapped', 'https://hooks.acme.com/a_(b)'],
  [`\`${u}\``, 'url_wrapped', u],
  [`**${u}**`, 'url_wrapped', u],
  [`回调地址：${u}`, 'url_wrapped', u],
  [`回调地址${u}。`, 'url_wrapped', u],
  [`Callback: ${u}`, 'url_wrapped', u],
  ['Callback: hooks.acme.com/in', 'url_wrapped', u],
  [`- ${u}`, 'url_wrapped', u],
  [`2. ${u} (prod)`, 'url_wrapped', u],
  [`${u} （测试环境）`, 'url_wrapped', u],
  [`<a href="${u}">hook</a>`, 'url_wrapped', u],
  [`{"url":"https:\\/\\/hooks.acme.com\\/in"}`, 'url_wrapped', u],
  [`curl -X POST ${u} -d 1`, 'url_wrapped', u],
  [`“${u}?call={CallSid}”。`, 'url_wrapped', `${u}?call={CallSid}`],
  [`${u}${u}`, 'url_wrapped', u],
  // The scheme.
  ['hooks.acme.com/in', 'url_needs_https', u],
  ['//hooks.acme.com/in', 'url_needs_https', u],
  ['hooks.acme.com:8443/in?a=1', 'url_needs_https', 'https://hooks.acme.com:8443/in?a=1'],
  ['hooks.acme.com，', 'url_needs_https', 'https://hooks.acme.com/'],
  [`https://${u}`, 'url_scheme_misspelt', u],
  [`http://${u}`, 'url_scheme_misspelt', u],
  ['https://https//hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https//hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https:/hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https:hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https:///hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https:\\\\hooks.acme.com\\in', 'url_scheme_misspelt', u],
  ['htps://hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['htttps://hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['ttps://hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https：//hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https;//hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https：／／hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['https: //hooks.acme.com/in', 'url_scheme_misspelt', u],
  ['hxxps://hooks[.]acme[.]com/in', 'url_scheme_misspelt', u],
  ['https%3A%2F%2Fhooks.acme.com%2Fin', 'url_scheme_misspelt', u],
  ['http://hooks.acme.com/in', 'url_http_not_allowed', u],
];

describe('a text with an address in it', () => {
  it.each(offered)('%j has the problem %s and is offered as %j', (typed, code, canonical) => {
    const result = read(typed);
    expect(result).toMatchObject({ ok: false, problem: { code, params: { canonical } } });
    expect(read(canonical)).toMatchObject({ ok: true, value: { url: canonical, ending: null } });
  });

  it('names what would be taken off at the end, and the form that keeps it', () => {
    expect(read(`${u}，`)).toMatchObject({ problem: { params: { end: '，', kept: `${u}%EF%BC%8C` } } });
    expect(read('https://hooks.acme.com，')).toMatchObject({ problem: { params: { end: '，' } } });
    expect(read(`${u}%EF%BC%8C`)).toMatchObject({ value: { ending: { mark: '，', without: u } } });
  });

  it('keeps a mark at the end that a URL may hold, and asks about it', () => {
    for (const mark of [',', '.', ';', ':', '!', '?', ')', '),', ']', '!!'])
      expect(read(u + mark)).toMatchObject({ value: { url: u + mark, ending: { mark, without: u } } });
  });

  it.each([
    'https://hooks.acme.com/a_(b)',
    'https://hooks.acme.com/a[1]',
    'https://hooks.acme.com/（测试）',
    'https://hooks.acme.com/a,b,c',
    "https://hooks.acme.com/it's",
    `${u}?next=https://hooks.acme.com/out`,
    `${u}?token=<TOKEN>`,
    `${u}?a={b}`,
  ])('%j ends in nothing to take off', (typed) => {
    expect(read(typed)).toMatchObject({ ok: true, value: { ending: null } });
  });

  it.each<[string, ProblemCode]>([
    [`${u} https://hooks.acme.com/out`, 'url_several'],
    [`[${u}](https://hooks.acme.com/out)`, 'url_several'],
    [`${u}https://hooks.acme.com/out`, 'url_several'],
    ['https://hooks.acme.com/a b', 'url_has_spaces'],
    ['“https://u:p@hooks.acme.com/”', 'url_has_credentials'],
    ['<https://localhost/in>', 'url_private_host'],
    ["javascript:location='https://hooks.acme.com/'", 'url_scheme_not_allowed'],
    ['ftp://hooks.acme.com/in', 'url_scheme_not_allowed'],
    ['http://hooks.acme.com:8080/in', 'url_http_not_allowed'],
    ['ada@acme.com', 'url_needs_https'],
    ['1.5', 'url_needs_https'],
  ])('%j is %s, and nothing is offered', (typed, code) => {
    const result = read(typed);
    expect(result).toMatchObject({ ok: false, problem: { code } });
    expect(result.ok || result.problem.params?.canonical).toBeUndefined();
  });
});

describe('the host of a callback URL', () => {
  it.each([
    ...[
      'hooks!.acme.com',
      '*.acme.com',
      'hooks~.acme.com',
      "hooks'.acme.com",
      'a=b.acme.com',
      'a,b.acme.com',
    ],
    ...[
      '-hooks.acme.com',
      'hooks-.acme.com',
      'hooks.acme.com-',
      'hooks.acme-.com',
      'hooks..acme.com',
      '.acme.com',
    ],
    ...['hooks.acme.com谢谢', 'hooks「acme」.com', `${'a'.repeat(64)}.acme.com`, `${'a.'.repeat(127)}com`],
  ])('%j is none that DNS can carry', (host) => {
    expect(read(`https://${host}/in`)).toMatchObject({ ok: false, problem: { code: 'url_host_not_dns' } });
  });

  it.each([
    ...[
      'hooks_a.acme.com',
      '_a.acme.com',
      '1.acme.com',
      'a--b.acme.com',
      'i❤.ws',
      'bücher.acme.com',
      '例子.中国',
    ],
    ...['a・b.acme.jp', '8.8.8.8', '[2606:4700::1111]'],
  ])('%j is one', (host) => expect(read(`https://${host}/in`)).toMatchObject({ ok: true }));

  it.each([
    '{tenant}.acme.com',
    '<host>',
    '$HOST',
    `\${HOST}.acme.com`,
    '%HOST%',
    '{{host}}',
    'YOUR_DOMAIN',
    '[host]',
  ])('%j is a placeholder that nothing fills in', (host) => {
    expect(read(`https://${host}/in`)).toMatchObject({ problem: { code: 'url_placeholder_host' } });
  });
});

describe('a placeholder', () => {
  it.each([
    ...[
      '{CallSid}',
      '{{x}}',
      `\${x}`,
      '$x',
      '%s',
      '<TOKEN>',
      '[token]',
      '[[token]]',
      'YOUR_TOKEN',
      'your-token',
      'yourToken',
      'xxx',
    ],
    ...[
      'XXXX',
      'API_KEY',
      'REPLACE_ME',
      '%{id}',
      '%TOKEN%',
      '%(id)s',
      '{}',
      '{0}',
      '你的密钥',
      '__ID__',
      ':id',
    ],
  ])('%j is warned of in a value and in a path, and bound as it stands', (text) => {
    for (const url of [`${u}?token=${text}&a=1`, `${u}/${text}/x`]) {
      const result = read(url);
      expect(result).toMatchObject({
        ok: true,
        value: { hints: expect.arrayContaining(['placeholder_part']) },
      });
      if (!result.ok) continue;
      // What is stored is judged as what was typed.
      expect(warningsOf(result.value.url)).toContain('placeholder_part');
      expect(read(result.value.url)).toMatchObject({ value: { url: result.value.url } });
    }
  });

  it.each([
    `${u}?filter={"a":1}`.replaceAll('"', '%22'),
    `${u}?a[]=1&b[name]=2&country=ID`,
    `${u}?ids=[1,2]&price=$5&rate=5%25`,
    'https://hooks.acme.com/$metadata',
    'https://hooks.acme.com/v1/calls:answer',
    'https://hooks.acme.com/youth/my-team/xx?tokenName=key',
  ])('%j holds none', (url) => expect(warningsOf(url)).toEqual([]));

  it('as a host is warned of where it may be somebody’s own', () => {
    for (const host of ['your-domain.com', 'yourdomain.com', 'www.your-company.cn', 'example.com', 'xxx.com'])
      expect(warningsOf(`https://${host}/in`)).toEqual(['placeholder'] satisfies UrlHint[]);
  });

  it('is found in a row from before the rules, which may not be bound today', () => {
    expect(warningsOf('https://{tenant}.acme.com/in?a={b}')).toEqual(['placeholder', 'placeholder_part']);
    expect(warningsOf('http://hooks.acme.com/in.')).toEqual(['http', 'ends_in_mark']);
    expect(warningsOf(null)).toEqual([]);
  });
});

describe('an invisible character', () => {
  const marks =
    '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u200b\u200c\u200d\u2060\u034f\ufe0f\u180e\u115f\u3164\u{e0101}\u{e0041}';

  it.each([...marks].map((mark) => [mark.codePointAt(0)?.toString(16), mark]))(
    'U+%s is taken out anywhere, and that is said',
    (_, mark) => {
      for (const typed of [
        `${u}${mark}`,
        `${mark}${u}`,
        `https://hooks.ac${mark}me.com/in`,
        `${mark} ${u}${mark} `,
      ])
        expect(read(typed)).toMatchObject({
          value: { url: u, hints: expect.arrayContaining(['removed_invisible']) },
        });
    },
  );

  it('stays where it is part of what is seen', () => {
    for (const seen of ['👨‍👩‍👧', '❤️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', '葛󠄀'])
      expect(read(`https://hooks.acme.com/${seen}`)).toMatchObject({
        value: { url: `https://hooks.acme.com/${encodeURIComponent(seen)}`, hints: ['percent_encoded'] },
      });
  });
});
