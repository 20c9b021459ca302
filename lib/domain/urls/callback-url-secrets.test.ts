import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenPartsDiffer, maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';
import { hasHiddenPart } from '#lib/domain/urls/hidden-part.ts';

const key = 'q7Zk3vWm8xT2rBn4LpYd';
const nested = encodeURIComponent('https://x.acme.com/?token=abc');

describe('a callback URL as it is shown', () => {
  it.each([
    ['https://h.acme.com/in?token=abc&app=1', 'https://h.acme.com/in?token=***&app=1'],
    ['https://h.acme.com/in?apiKey=abc', 'https://h.acme.com/in?apiKey=***'],
    ['https://h.acme.com/in?accesstoken=abc', 'https://h.acme.com/in?accesstoken=***'],
    ['https://h.acme.com/in?X-Sign=abc', 'https://h.acme.com/in?X-Sign=***'],
    ['https://h.acme.com/in?%74oken=abc', 'https://h.acme.com/in?%74oken=***'],
    ['https://h.acme.com/in?client_secret=a=b', 'https://h.acme.com/in?client_secret=***'],
    ['https://h.acme.com/in?a=1;sig=abc;b=2', 'https://h.acme.com/in?a=1;sig=***;b=2'],
    ['https://h.acme.com/in?%E5%AF%86%E9%92%A5=abc', 'https://h.acme.com/in?%E5%AF%86%E9%92%A5=***'],
    ['https://ada:pass@h.acme.com/in', 'https://***@h.acme.com/in'],
    [`https://h.acme.com/hooks/${key}/in`, 'https://h.acme.com/hooks/***/in'],
    ['https://h.acme.com/in;jsessionid=abc/x', 'https://h.acme.com/in;jsessionid=***/x'],
    ['https://h.acme.com/in;session=abc/x', 'https://h.acme.com/in;session=***/x'],
    [`https://h.acme.com/in?app=${key}`, 'https://h.acme.com/in?app=***'],
    [`https://h.acme.com/in?${key}`, 'https://h.acme.com/in?***'],
    [`https://h.acme.com/in?${key}==`, 'https://h.acme.com/in?***=='],
    ['https://h.acme.com/in?a=eyJhbGciOi.eyJzdWIiOi.c2ln', 'https://h.acme.com/in?a=***'],
    [`https://h.acme.com/in?next=${nested}`, 'https://h.acme.com/in?next=***'],
    ['https://h.acme.com/in#access_token=abc', 'https://h.acme.com/in#access_token=***'],
  ])('%s is %s', (url, shown) => expect(maskUrlSecrets(url)).toBe(shown));

  it.each([
    'https://h.acme.com/in',
    'https://h.acme.com/?monkey=1&keyboard=2&key=',
    'https://h.acme.com/?%E0%A4%A=1',
    'https://h.acme.com/inbound/call-session/0086075586013388?team=blue&lang=zh-CN',
    `https://${key}.tunnel.example.com/in`,
    `https://h.acme.com/in?next=${encodeURIComponent('https://x.acme.com/in/call?team=blue')}`,
    '',
    'no address at all',
  ])('%s stays as it is', (url) => {
    expect(maskUrlSecrets(url)).toBe(url);
    expect(hasHiddenPart(url)).toBe(false);
  });

  const word = fc.constantFrom('in', 'call', 'team-blue', 'v2', '2024', 'shenzhen', 'x', '%E5%9B%9E');
  const secret = fc.nat().map(() => randomBytes(24).toString('hex'));
  const part = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: secret });
  const name = fc.constantFrom('team', 'token', 'api_key', 'lang', 'next', 'Signature');
  const anyUrl = fc
    .record({ path: fc.array(part), query: fc.array(fc.tuple(name, part)), user: fc.option(secret) })
    .map(({ path, query, user }) => {
      const address = `https://${user ? `${user}@` : ''}h.acme.com/${path.join('/')}`;
      const search = query.map((each) => each.join('=')).join('&');
      return { url: search ? `${address}?${search}` : address, parts: [...path, ...query.flat(), user] };
    });

  it('holds no secret the URL had, and masking it again changes nothing', () => {
    fc.assert(
      fc.property(anyUrl, ({ url, parts }) => {
        const shown = maskUrlSecrets(url);
        for (const each of parts) if (each && each.length === 48) expect(shown).not.toContain(each);
        expect(maskUrlSecrets(shown)).toBe(shown);
        expect(hasHiddenPart(shown)).toBe(shown !== url);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is a fixed point for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (text) => {
          const shown = maskUrlSecrets(text);
          expect(maskUrlSecrets(shown)).toBe(shown);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each(['/', 'a=', '%25', 'ab1'])('is read in time for any length, such as many times %j', (part) => {
    // A pattern that goes back for each character would take minutes for this, which is longer than a test may.
    const url = `https://h.acme.com/in?next=${part.repeat(60_000)}`;
    expect(maskUrlSecrets(url).length).toBeGreaterThan(0);
  });

  it('says whether what is hidden differs', () => {
    const at = (token: string) => `https://h.acme.com/in?token=${token}`;
    expect(hiddenPartsDiffer(at('a'), at('b'))).toBe(true);
    expect(hiddenPartsDiffer(at('a'), `${at('a')}&team=blue`)).toBe(false);
    expect(hiddenPartsDiffer(at('a'), 'https://h.acme.com/in')).toBe(false);
    expect(hiddenPartsDiffer(null, at('a'))).toBe(false);
  });
});
