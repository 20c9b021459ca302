import { ask } from '#e2e/attack/ask.ts';
import { callAction, sessionCookieOf } from '#e2e/attack/call.ts';
import { signInCookie } from '#e2e/attack/visitors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import { admin, serve } from '#lib/testing/console.ts';

// Threats 8, 18 and 22: the console is reached under its configured origin, and leads nowhere else.

test.describe.configure({ timeout: 600_000 });

test('under an https origin the cookie is bound to its host and browsers are told to stay on TLS', async () => {
  const tls = 'https://patchboard.example.net';
  const running = await serve({ env: { APP_ORIGIN: tls } });
  try {
    const answer = await callAction(running.origin, 'signIn', [{ ...admin, next: null }], {
      headers: { origin: tls },
    });
    expect(sessionCookieOf(answer)).toMatch(/^__Host-/);
    const written = answer.headers['set-cookie']?.join() ?? '';
    for (const part of [/; Path=\/(;|$)/, /; Secure(;|$)/, /; HttpOnly(;|$)/, /; SameSite=Strict(;|$)/i])
      expect(written).toMatch(part);
    expect(written).not.toMatch(/Domain=/i);
    for (const path of ['/', '/nope', '/api/health', '/%'])
      expect((await ask(running.origin, { path })).headers['strict-transport-security']).toContain(
        'max-age=31536000',
      );
    const loopback = await callAction(running.origin, 'signIn', [{ ...admin, next: null }]);
    expect(loopback.status).toBe(403);
    const redirect = await ask(running.origin, { path: '/bind', headers: { host: 'evil.example' } });
    expect(redirect.headers.location).not.toContain('evil.example');
  } finally {
    await running.stop();
  }
});

test('where signing in leads is always a path of the console', async ({ console: { origin } }) => {
  test.setTimeout(600_000);
  const cookie = await signInCookie(origin);
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%5cevil.example',
    '/%2fevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\r\nlocation: https://evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/sign-in?next=//evil.example',
    '/../../evil.example',
    '/.//evil.example',
    '@evil.example',
    '.evil.example',
  ];
  for (const next of elsewhere) {
    const answer = await callAction(origin, 'signIn', [{ ...admin, next }]);
    const to = /"to":"([^"]*)"/.exec(answer.body)?.[1] ?? '';
    expect(new URL(to, origin).origin, next).toBe(origin);
    expect(to, next).toMatch(/^\/(?![/\\])/);
    expect(answer.headers).not.toHaveProperty('x-action-redirect');
    const page = await ask(origin, {
      path: `/sign-in?next=${encodeURIComponent(next)}`,
      headers: { cookie },
    });
    expect(new URL(page.headers.location ?? '/', origin).origin, next).toBe(origin);
  }
});
