import { describe, expect, it } from 'vitest';
import { maskUrlSecrets } from '#lib/domain/callback-url-secrets.ts';

describe('a callback URL for somebody who only reads', () => {
  it.each([
    ['https://h.acme.com/in?token=abc&app=1', 'https://h.acme.com/in?token=***&app=1'],
    ['https://h.acme.com/in?apiKey=abc', 'https://h.acme.com/in?apiKey=***'],
    ['https://h.acme.com/in?accesstoken=abc', 'https://h.acme.com/in?accesstoken=***'],
    ['https://h.acme.com/in?X-Sign=abc', 'https://h.acme.com/in?X-Sign=***'],
    ['https://h.acme.com/in?%74oken=abc', 'https://h.acme.com/in?%74oken=***'],
    ['https://h.acme.com/in?client_secret=a=b', 'https://h.acme.com/in?client_secret=***'],
  ])('%s is shown as %s', (url, shown) => expect(maskUrlSecrets(url)).toBe(shown));

  it.each([
    'https://h.acme.com/in',
    'https://h.acme.com/?monkey=1&keyboard=2',
    'https://h.acme.com/?%E0%A4%A=1',
  ])('%s stays as it is', (url) => expect(maskUrlSecrets(url)).toBe(url));
});
