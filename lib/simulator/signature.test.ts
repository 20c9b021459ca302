import { describe, expect, test } from 'vitest';
import { parseAuthorization, signatureHolds } from '#lib/simulator/signature.ts';
import type { WireRequest } from '#lib/simulator/wire-request.ts';

// The worked example that Tencent prints for cvm DescribeInstances, with the asterisks it prints for the key.
// Source: cloud.tencent.com/document/api/213/30654.
const authorization =
  `TC3-HMAC-SHA256 Credential=AKID${'*'.repeat(32)}/2019-02-25/cvm/tc3_request, ` +
  'SignedHeaders=content-type;host;x-tc-action, ' +
  'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f';
const example: WireRequest = {
  method: 'POST',
  target: '/',
  httpVersion: '1.1',
  rawHeaders: [
    ...['Content-Type', 'application/json; charset=utf-8', 'Host', 'cvm.tencentcloudapi.com'],
    ...['X-TC-Action', 'DescribeInstances', 'X-TC-Timestamp', '1551113065'],
  ],
  body: Buffer.from(
    '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
  ),
};
const claimed = parseAuthorization(authorization) ?? {
  secretId: '',
  date: '',
  service: '',
  signedNames: [],
  signatureHex: '00',
};

describe('the signature', () => {
  test("Tencent's printed example holds", () => {
    expect(signatureHolds(example, claimed, '*'.repeat(32))).toBe(true);
  });

  test.each([
    ['another key', example, claimed, '*'.repeat(31)],
    ['one changed byte of the body', { ...example, body: Buffer.from('{}') }, claimed, '*'.repeat(32)],
    ['another day in the scope', example, { ...claimed, date: '2019-02-26' }, '*'.repeat(32)],
    [
      'a signed header that was sent twice',
      { ...example, rawHeaders: [...example.rawHeaders, 'X-TC-Action', 'DescribeInstances'] },
      claimed,
      '*'.repeat(32),
    ],
    ['names out of order', example, { ...claimed, signedNames: ['host', 'content-type'] }, '*'.repeat(32)],
    ['a name listed twice', example, { ...claimed, signedNames: ['host', 'host'] }, '*'.repeat(32)],
  ])('%s does not hold', (_, request, signature, key) => {
    expect(signatureHolds(request, signature, key)).toBe(false);
  });

  test.each([
    authorization.replace(', Signed', ',Signed'),
    authorization.replace('TC3-HMAC-SHA256', 'TC3-HMAC-SHA1'),
    authorization.replace('10b1', '10B1'),
    authorization.replace('tc3_request', 'aws4_request'),
    `${authorization}0`,
    ` ${authorization}`,
    '',
  ])('an Authorization header of another form is not read: %s', (text) => {
    expect(parseAuthorization(text)).toBeUndefined();
  });
});
