import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareBind, prepareReadOfNumbers } from '#lib/tencent/operations.ts';
import published from '#lib/tencent/testdata/tc3-vectors.json' with { type: 'json' };

const basic = {
  sdkAppId: '1400000000',
  number: '0086075586013388',
  callbackUrl: 'https://cloud.tencent.com/',
  numberType: null,
} as const;

const publishedBody = (id: string) => published.vectors.find((vector) => vector.id === id)?.input.body;

test('the bodies are byte for byte those of the official SDKs', () => {
  expect(prepareBind(basic).body.toString()).toBe(publishedBody('bind-basic'));
  expect(prepareBind({ ...basic, callbackUrl: null }).body.toString()).toBe(
    publishedBody('bind-no-callin-interface'),
  );
  const typed = {
    ...basic,
    callbackUrl: 'https://hooks.example.com/tccc/inbound',
    numberType: 'number',
  } as const;
  expect(prepareBind(typed).body.toString()).toBe(publishedBody('bind-numbertype-number'));
});

test('the digits of the SdkAppId reach the wire as they are, also beyond what a JS number holds', () => {
  const digits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
  fc.assert(
    fc.property(digits, (sdkAppId) => {
      expect(prepareBind({ ...basic, sdkAppId }).body.toString()).toContain(
        `{"SdkAppId":${sdkAppId},"Number"`,
      );
    }),
    { seed: 28 },
  );
});

test.each([
  '',
  '01',
  '-0',
  '-1',
  '+1',
  '1e3',
  '0x10',
  '1.0',
  ' 1',
  '1\n',
  '１',
  '123456789012345678901',
  '1,"Number":"2"',
])('an SdkAppId written as %j is refused', (sdkAppId) => {
  expect(() => prepareBind({ ...basic, sdkAppId })).toThrow('exact decimal digits');
});

const text = fc.string({ unit: 'binary', maxLength: 60 });

test('any text in number and URL stays inside its field', () => {
  fc.assert(
    fc.property(text, text, (number, callbackUrl) => {
      const { body } = prepareBind({ ...basic, number, callbackUrl });
      const expected = { SdkAppId: 1400000000, Number: number, CallInInterface: { URL: callbackUrl } };
      expect(JSON.parse(body.toString('utf8'))).toEqual(expected);
    }),
    { seed: 2 },
  );
});

test('the read that proves a key asks for one number of one app, and nothing else', () => {
  const { action, body } = prepareReadOfNumbers({ sdkAppId: '1400000000' });
  expect(action).toBe('DescribeNumbers');
  expect(body.toString()).toBe('{"SdkAppId":1400000000,"PageNumber":0,"PageSize":1}');
});
