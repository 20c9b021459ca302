import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext } from '#lib/auth/safe-next.ts';

test.each([
  '/history',
  '/history?q=0086075586013388&outcome=unknown',
  '/history/0199b3a0-0000-7000-8000-000000000000',
  '/history?q=https%3A%2F%2Fhooks.acme.com%2Fin',
  '/bind#callback',
])('%s is followed', (next) => {
  expect(safeNext(next)).toBe(next);
});

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%255cevil.example',
  '/%2fevil.example',
  '/%2f%2fevil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/history\r\nset-cookie: a=b',
  '/%0d%0aset-cookie:%20a=b',
  '/.//evil.example',
  '/..//evil.example',
  '/history/..//evil.example',
  'https:evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'history',
  ' /history',
  '',
  '/%',
  '/sign-in?next=//evil.example',
  '/sign-in',
  '/api/bindings',
  `/${'a'.repeat(2001)}`,
  ['/history'],
  { toString: () => '/history' },
  null,
  undefined,
])('%j is not followed', (next) => {
  expect(safeNext(next)).toBeNull();
});

test('whatever is followed stays on this origin, however it is written', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '%2f',
    '%5c',
    '%09',
    '\t',
    '.',
    '..',
    '@',
    ':',
    'evil.example',
    '?',
    '#',
    'a',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const followed = safeNext(`/${parts.join('')}`);
      if (followed === null) return;
      expect(new URL(followed, 'https://console.test').origin).toBe('https://console.test');
      expect(followed).not.toMatch(/^\/[/\\]/);
    }),
    { numRuns: 2000 },
  );
});
