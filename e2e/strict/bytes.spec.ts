import type { Page } from 'playwright/test';
import { expect, signIn, test } from '#e2e/fixtures.ts';
import { confirmOf, expectResult } from '#e2e/steps/bind-steps.ts';
import { bodyOf, reviewTyped, shownFields, type Typed } from '#e2e/strict-endpoint/bind-form.ts';
import { type StrictEndpoint, startStrictEndpoint } from '#e2e/strict-endpoint/endpoint.ts';
import { admin, serve } from '#lib/testing/console.ts';

// What a person confirms is what arrives, byte for byte, at an endpoint that knows nothing of this project.

const secretKey = 'words-for-the-strict-endpoint';

const typed: (Typed & { name: string })[] = [
  { name: 'ASCII', number: '0755 8601 3388', url: 'https://hooks.example.com/in?a=1&b=%2F' },
  {
    name: 'Chinese in the path',
    number: '0755-8601-3389',
    type: 'Not sent',
    url: 'https://hooks.example.com/来电/回调?渠道=销售',
  },
  {
    name: 'emoji in path and query',
    number: '+86 755 8601 3390',
    type: 'Line number',
    url: 'https://hooks.example.com/📞/🧑‍💻?e=😀',
  },
  { name: 'a Chinese host', number: '0755 8601 3391', url: 'https://例子.测试/路径' },
  {
    name: 'an internal number',
    number: '1001',
    type: 'Internal number',
    url: 'https://hooks.example.com/inner',
  },
  { name: 'no URL', number: '0755 8601 3392', type: 'Not sent', url: null },
  { name: 'no URL, with a type', number: '0755 8601 3393', type: 'Line number', url: null },
];

for (const token of [null, 'words-for-a-session-token']) {
  test(`every request of the form is accepted, with the bytes that were shown (${token ? 'session token' : 'long-lived key'})`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const endpoint = await startStrictEndpoint({ secretId: 'words-for-an-id', secretKey, token });
    const running = await serve({
      env: {
        CCC_ENDPOINT: endpoint.origin,
        TENCENTCLOUD_SECRET_ID: 'words-for-an-id',
        TENCENTCLOUD_SECRET_KEY: secretKey,
        TENCENTCLOUD_SESSION_TOKEN: token ?? undefined,
      },
    });
    try {
      await signIn(page, running.origin, admin);
      for (const one of typed)
        await test.step(one.name, () => bindAndCompare(page, running.origin, endpoint, one));
      expect(endpoint.judged).toHaveLength(typed.length);
    } finally {
      await running.stop();
      await endpoint.close();
    }
  });
}

async function bindAndCompare(
  page: Page,
  origin: string,
  endpoint: StrictEndpoint,
  one: Typed,
): Promise<void> {
  const dialog = await reviewTyped(page, origin, one);
  const shown = await shownFields(dialog);
  await confirmOf(dialog).click();
  await expectResult(page, 'Bound');
  const last = endpoint.judged.at(-1);
  expect(last?.verdict).toBe('ok');
  expect(last?.body.toString('utf8')).toBe(bodyOf(shown));
}

test('the strict endpoint says no to what is only nearly right', async () => {
  const secret = { secretId: 'words-for-an-id', secretKey, token: null };
  const endpoint = await startStrictEndpoint(secret);
  try {
    for (const [headers, code] of nearlyRight) {
      await fetch(endpoint.origin, {
        method: 'POST',
        body: '{"SdkAppId":1400000000,"Number":"1001"}',
        headers,
      });
      expect(endpoint.judged.at(-1)?.verdict).toBe(code);
    }
  } finally {
    await endpoint.close();
  }
});

const json = { 'content-type': 'application/json' };
const day = new Date().toISOString().slice(0, 10);
const signed = (id: string, rest = `${day}/ccc/tc3_request`) => ({
  ...json,
  'x-tc-timestamp': String(Math.floor(Date.now() / 1000)),
  authorization: `TC3-HMAC-SHA256 Credential=${id}/${rest}, SignedHeaders=content-type;host, Signature=${'0'.repeat(64)}`,
});
const nearlyRight: [Record<string, string>, string][] = [
  [{}, 'InvalidRequest'],
  [json, 'MissingParameter'],
  [{ ...signed('words-for-an-id'), 'x-tc-region': 'ap-guangzhou' }, 'UnsupportedRegion'],
  [signed('another-id'), 'AuthFailure.SecretIdNotFound'],
  [{ ...signed('words-for-an-id'), 'x-tc-token': 'x' }, 'AuthFailure.TokenFailure'],
  [{ ...signed('words-for-an-id'), 'x-tc-timestamp': '1551113065' }, 'AuthFailure.SignatureExpire'],
  [signed('words-for-an-id', '2019-02-25/ccc/tc3_request'), 'AuthFailure.SignatureFailure'],
  [signed('words-for-an-id'), 'AuthFailure.SignatureFailure'],
];
