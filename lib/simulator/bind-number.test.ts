import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { bindBody, sendByHand } from '#lib/simulator/hand-signed.ts';
import { disabledNumber, overdueNumber, refusedNumber } from '#lib/simulator/world.ts';

let open: Simulator;
let strict: Simulator;
beforeAll(async () => {
  [open, strict] = await Promise.all([
    startSimulator({ unlimited: true }),
    startSimulator({ strictWorld: true, unlimited: true }),
  ]);
});
afterAll(() => Promise.all([open.stop(), strict.stop()]));
beforeEach(() => Promise.all([open.control.reset(), strict.control.reset()]));

const bind = async (fields: Record<string, unknown>, simulator = open) =>
  (await sendByHand({ endpoint: simulator.endpoint, body: bindBody(fields) })).code;
const bindRaw = async (body: string | Buffer) => (await sendByHand({ endpoint: open.endpoint, body })).code;

describe('a binding', () => {
  test('is applied, and the last write wins', async () => {
    await bind({ CallInInterface: { URL: 'https://example.com/first' } });
    await bind({ CallInInterface: { URL: 'https://例子.example/😀' }, NumberType: 'number' });
    expect(await open.control.boundUrl('1400000000', '0086075586013388')).toBe('https://例子.example/😀');
    const { bindings } = await open.control.world();
    expect(bindings).toMatchObject([{ appliedOrder: 2, n: 2 }]);
  });

  test('without CallInInterface clears the URL, which is this simulator’s reading', async () => {
    await bind({});
    await bind({ CallInInterface: undefined });
    expect(await open.control.boundUrl('1400000000', '0086075586013388')).toBeNull();
  });

  test('of an inner number needs its type', async () => {
    expect(await bind({ Number: '1001', NumberType: 'inner' })).toBeNull();
    expect(await bind({ Number: '1001' })).toBe('InvalidParameterValue.PhoneNumInvalid');
    expect(await bind({ NumberType: 'inner' })).toBe('InvalidParameterValue.PhoneNumInvalid');
  });

  test.each([
    ['an overdue number', { Number: overdueNumber }, 'InvalidParameterValue.PhoneNumInvalid'],
    ['a disabled number', { Number: disabledNumber }, 'InvalidParameterValue.PhoneNumInvalid'],
    ['the refused number', { Number: refusedNumber }, 'FailedOperation.CurStateNotAllowModify'],
    ['letters', { Number: '0086abc' }, 'InvalidParameterValue.PhoneNumInvalid'],
    ['an empty number', { Number: '' }, 'InvalidParameterValue.PhoneNumInvalid'],
    ['a number as digits', { Number: 1001 }, 'InvalidParameter'],
    ['no number', { Number: undefined }, 'MissingParameter'],
    ['no app', { SdkAppId: undefined }, 'MissingParameter'],
    ['an unknown app', { SdkAppId: 1400009999 }, 'InvalidParameterValue.InstanceNotExist'],
    ['an app as text', { SdkAppId: '1400000000' }, 'InvalidParameter'],
    ['an unknown number type', { NumberType: 'line' }, 'InvalidParameterValue'],
    ['a number type of null', { NumberType: null }, 'InvalidParameter'],
    ['an unknown field', { Reason: 'x' }, 'UnknownParameter'],
    [
      'an unknown field of the interface',
      { CallInInterface: { URL: 'https://example.com', Auth: 'x' } },
      'UnknownParameter',
    ],
    ['an interface without URL', { CallInInterface: {} }, 'MissingParameter'],
    ['an interface of null', { CallInInterface: null }, 'InvalidParameter'],
    ['an empty URL', { CallInInterface: { URL: '' } }, 'InvalidParameter.InvalidAddress'],
    ['another scheme', { CallInInterface: { URL: 'ftp://example.com' } }, 'InvalidParameter.InvalidAddress'],
  ])('with %s is refused', async (_, fields, code) => {
    expect(await bind(fields)).toBe(code);
    expect((await open.control.world()).bindings).toEqual([]);
  });

  test.each([
    '1400000000.0',
    '1.4e9',
    '01400000000',
    '1400000000.4',
    '-1400000000',
    '99999999999999999999999',
  ])('to an app written as %s is refused: digits are compared exactly', async (digits) => {
    expect(await bindRaw(bindBody().replace('1400000000', digits))).toBe('InvalidParameter');
  });

  test('to an app id one beyond what a double can tell apart is another app', async () => {
    const far = await startSimulator({ apps: '9007199254740993=Far' });
    const attempt = async (id: string) =>
      (await sendByHand({ endpoint: far.endpoint, body: bindBody().replace('1400000000', id) })).code;
    expect(await attempt('9007199254740992')).toBe('InvalidParameterValue.InstanceNotExist');
    expect(await attempt('9007199254740993')).toBeNull();
    await far.stop();
  });

  test.each([
    ['broken JSON', '{'],
    ['a list', '[]'],
    ['bytes that are not UTF-8', Buffer.from('7b2241223a22ff227d', 'hex')],
    ['a byte order mark', `\ufeff${bindBody()}`],
  ])('with %s is refused', async (_, body) => {
    expect(await bindRaw(body)).toBe('InvalidParameter');
  });
});

test('a number outside the world is accepted for demos and refused in the strict world', async () => {
  const foreign = { Number: '008613800138000' };
  expect(await bind(foreign)).toBeNull();
  expect(await bind(foreign, strict)).toBe('InvalidParameterValue.PhoneNumInvalid');
  expect(await bind({}, strict)).toBeNull();
  expect(await bind({ SdkAppId: 1400000001 }, strict)).toBe('InvalidParameterValue.PhoneNumInvalid');
});
