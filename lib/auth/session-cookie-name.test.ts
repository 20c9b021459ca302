import { expect, test } from 'vitest';
import { sessionCookieName } from '#lib/auth/better-auth.ts';

test.each([
  ['https://patchboard.example.net', '__Host-patchboard.session_token'],
  ['https://patchboard.example.net:8443', '__Host-patchboard-8443.session_token'],
  ['http://localhost:3000', 'patchboard-3000.session_token'],
  ['http://localhost:3001', 'patchboard-3001.session_token'],
  ['http://localhost', 'patchboard.session_token'],
])('at %s sessions are kept under %s, so that two consoles on one host name do not meet', (origin, name) => {
  expect(sessionCookieName(origin)).toBe(name);
});
