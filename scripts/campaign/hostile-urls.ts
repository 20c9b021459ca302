import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';
import { isDnsHost } from '#lib/domain/urls/callback-url-host.ts';
import { toUnicodeHost } from '#lib/domain/urls/callback-url-idn.ts';
import { warningsOf } from '#lib/domain/urls/callback-url-warnings.ts';
import { createRandom } from '#scripts/chaos/random.ts';

const schemes: [string, ...string[]] = [
  'https://',
  'http://',
  'https//',
  'https:/',
  'htps://',
  'https：//',
  'hxxps://',
  '//',
  '',
  'https://https://',
  'javascript:',
  'HTTPS://',
  'https:\\\\',
];
const hosts: [string, ...string[]] = [
  'hooks.acme.com',
  '{tenant}.acme.com',
  '例子.中国',
  'bücher.acme.com',
  '8.8.8.8',
  '[2606:4700::1111]',
  'localhost',
  '-a.acme.com',
  'i❤.ws',
  'a_b.acme.com',
  'YOUR_DOMAIN',
  'hooks[.]acme[.]com',
  '*.acme.com',
  'acme',
  '1.5',
];
const tails: [string, ...string[]] = [
  '',
  '/',
  '/in',
  '/in?a=1&b=2',
  '/你好',
  '/{id}/x',
  '?token=<TOKEN>',
  '/a_(b)',
  '/in?x="a"',
  '/%s',
  '/%',
  '/%EF%BC%8C',
  '/../a',
  '#x',
  '/in?f={"a":1}',
  ':443/in',
  ':0',
  '@b.com/',
];
const marks: [string, ...string[]] = [
  '',
  '，',
  '。',
  ')',
  '."',
  '」',
  '>',
  '…',
  ' ',
  '\u200e',
  '\u202e',
  '**',
  '，谢谢',
  '\ud800',
  '\u0000',
  '—',
  '!!',
  '\n',
];
const fronts: [string, ...string[]] = [
  '',
  '“',
  '<',
  '[hook](',
  '回调地址：',
  'Callback: ',
  '`',
  '(',
  '\ufeff',
  '- ',
  '{"url":"',
  '**',
];

/** One text a turn, the same for the same seed: pieces of addresses and of what stands around them, some of them scrambled. */
function* hostileUrls(seed: number, count: number): Generator<string> {
  const { int, pick } = createRandom('hostile urls', seed);
  for (let turn = 0; turn < count; turn += 1) {
    const often = (usual: string, list: [string, ...string[]]) => (int(0, 2) > 0 ? usual : pick(list));
    let text = often('', fronts) + often('https://', schemes) + often('hooks.acme.com', hosts);
    text += pick(tails) + often('', marks) + often('', marks);
    if (int(1, 10) <= 3) {
      const at = int(0, text.length);
      const inserted = int(0, 1) === 0 ? pick(marks) : String.fromCodePoint(int(0, 0x3000));
      text = text.slice(0, at) + inserted + text.slice(at + int(0, 1));
    }
    yield int(1, 20) === 1 ? text + text : text;
  }
}

/** What a reading breaks of what always has to hold; null where it breaks nothing. */
function faultOf(text: string, allowHttp: boolean): string | null {
  const read = readCallbackUrl(text, { allowHttp });
  const readsAsItself = (url: string): boolean => {
    const again = readCallbackUrl(url, { allowHttp });
    return again.ok && again.value.url === url;
  };
  if (read.ok) {
    const { hostname } = new URL(read.value.url);
    if (!isDnsHost(hostname, toUnicodeHost(hostname))) return 'accepted a host that DNS cannot carry';
    if (!readsAsItself(read.value.url)) return 'the accepted form does not read as itself';
    warningsOf(read.value.url);
    return null;
  }
  const { canonical, kept } = read.problem.params ?? {};
  for (const offered of [canonical, kept])
    if (typeof offered === 'string' && !readsAsItself(offered))
      return `offered ${offered}, which cannot be bound`;
  return null;
}

/** Reads generated texts as callback URLs; throws at the first that breaks a rule, with the text. */
export function runHostileUrls({ urls, seed }: { urls: number; seed: number }) {
  let accepted = 0;
  let offered = 0;
  for (const text of hostileUrls(seed, urls)) {
    for (const allowHttp of [false, true]) {
      const fault = faultOf(text, allowHttp);
      if (fault !== null) throw new Error(`${JSON.stringify(text)} (seed ${seed}): ${fault}`);
    }
    const read = readCallbackUrl(text, { allowHttp: false });
    if (read.ok) accepted += 1;
    else if (read.problem.params?.canonical !== undefined) offered += 1;
  }
  return { urls, accepted, offered };
}
