import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  authorization,
  canonicalRequest,
  credentialScope,
  sha256Hex,
  signingKey,
  stringToSign,
} from '#lib/tencent/sign.ts';
import published from '#lib/tencent/testdata/tc3-vectors.json' with { type: 'json' };

const ladderOf = ({ input, expected }: (typeof published.vectors)[number]) => ({
  method: input.method,
  path: input.path,
  query: input.query,
  headers: Object.fromEntries(
    Object.entries(expected.headersToSend).map(([name, value]) => [name, String(value)]),
  ),
  signedHeaderNames: input.signedHeaderNames,
  body: Buffer.from(input.body, 'utf8'),
});

describe.each(published.vectors)('vector $id', (vector) => {
  const { input, expected } = vector;
  const { timestamp, service, secretId, secretKey } = input;

  test('the canonical request is the published one', () => {
    expect(sha256Hex(Buffer.from(input.body, 'utf8'))).toBe(expected.hashedRequestPayload);
    expect(canonicalRequest(ladderOf(vector))).toBe(expected.canonicalRequest);
  });

  test('the string to sign is the published one', () => {
    expect(credentialScope(timestamp, service)).toBe(expected.credentialScope);
    expect(stringToSign(timestamp, service, expected.canonicalRequest)).toBe(expected.stringToSign);
  });

  test('key and Authorization are the published ones', () => {
    expect(signingKey(secretKey, timestamp, service).toString('hex')).toBe(expected.secretSigningHex);
    expect(authorization({ ...ladderOf(vector), timestamp, service, secretId, secretKey })).toBe(
      expected.authorization,
    );
  });
});

test('all twelve vectors are checked', () => {
  expect(published.vectors).toHaveLength(12);
});

test('a header that is signed but not sent is refused', () => {
  const ladder = {
    method: 'POST',
    path: '/',
    query: '',
    headers: {},
    signedHeaderNames: ['host'],
    body: Buffer.alloc(0),
  };
  expect(() => canonicalRequest(ladder)).toThrow('header host is signed but not sent');
});

test("the mainland SDK's signer agrees over 500 random bodies, times and keys", () => {
  const require = createRequire(import.meta.url);
  const { default: sdk } = require('tencentcloud-sdk-nodejs/tencentcloud/common/sign') as {
    default: { sign3(options: Record<string, unknown>): string };
  };
  const ascii = fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)),
    minLength: 1,
  });
  const random = fc.record({
    body: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .map((text) => Buffer.from(text, 'utf8')),
    timestamp: fc.integer({ min: 1_500_000_000, max: 4_000_000_000 }),
    secretId: ascii,
    secretKey: ascii,
    host: fc.constantFrom(
      'ccc.tencentcloudapi.com',
      'ccc.intl.tencentcloudapi.com',
      'ccc.ap-guangzhou.tencentcloudapi.com',
    ),
  });
  fc.assert(
    fc.property(random, ({ body, timestamp, secretId, secretKey, host }) => {
      const headers = { 'Content-Type': 'application/json', Host: host };
      const keys = { timestamp, service: 'ccc', secretId, secretKey };
      const ours = {
        method: 'POST',
        path: '/',
        query: '',
        headers,
        signedHeaderNames: ['content-type', 'host'],
        body,
      };
      const theirs = sdk.sign3({ method: 'POST', url: `https://${host}/`, payload: body, headers, ...keys });
      expect(authorization({ ...ours, ...keys })).toBe(theirs);
    }),
    { numRuns: 500, seed: 20_260_110 },
  );
});
