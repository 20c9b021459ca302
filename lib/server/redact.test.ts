import { expect, test } from 'vitest';
import { makeRedactor } from '#lib/server/redact.ts';

const secret = 'not/a real+secret "quoted"';
const redact = makeRedactor([secret, null, 'short']);

test.each([
  ['as it is', secret],
  ['inside JSON', JSON.stringify({ key: secret })],
  ['URL-encoded', encodeURIComponent(secret)],
  ['base64', Buffer.from(secret).toString('base64')],
  ['hex', Buffer.from(secret).toString('hex')],
])('a secret %s does not stay in the text', (_form, text) => {
  const clean = redact(`before ${text} after`);
  expect(clean).toContain('[redacted]');
  expect(clean).not.toContain(secret);
  expect(clean).toMatch(/^before .* after$/);
});

test('an Authorization header does not stay, whatever its key', () => {
  expect(redact('authorization: TC3-HMAC-SHA256 Credential=x/2026-01-01/ccc/tc3_request, Signature=ab')).toBe(
    'authorization: [redacted]',
  );
});

test('of a number only the last four digits stay', () => {
  expect(redact('number 0086075586013388 failed')).toBe('number …3388 failed');
});

test('short values are left alone, since they are ordinary words too often', () => {
  expect(redact('a short word')).toBe('a short word');
});
