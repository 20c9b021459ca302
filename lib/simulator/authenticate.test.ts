import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { bindBody, type HandSigned, sendByHand, signByHand } from '#lib/simulator/hand-signed.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.control.reset());

const seconds = () => Math.floor(Date.now() / 1000);
const send = (options: Omit<HandSigned, 'endpoint'>) =>
  sendByHand({ endpoint: simulator.endpoint, ...options });

const refusals: [string, string, () => Omit<HandSigned, 'endpoint'>][] = [
  ['a wrong key', 'AuthFailure.SignatureFailure', () => ({ secretKey: 'another-key' })],
  ['an unknown SecretId', 'AuthFailure.SecretIdNotFound', () => ({ secretId: 'another-id' })],
  ['a body changed after signing', 'AuthFailure.SignatureFailure', () => ({ tamperBody: `${bindBody()} ` })],
  [
    'another host than was signed',
    'AuthFailure.SignatureFailure',
    () => ({
      headers: { host: 'ccc.tencentcloudapi.com' },
      tamper: { host: 'ccc.intl.tencentcloudapi.com' },
    }),
  ],
  [
    'a host signed without its port',
    'AuthFailure.SignatureFailure',
    () => ({ headers: { host: '127.0.0.1' }, tamper: { host: new URL(simulator.endpoint).host } }),
  ],
  [
    'a host that is not ours',
    'NoSuchProduct',
    () => ({ headers: { host: 'ccc.tencentcloudapi.com.example' } }),
  ],
  [
    'another action than was signed',
    'AuthFailure.SignatureFailure',
    () => ({ tamper: { 'x-tc-action': 'DescribeNumbers' } }),
  ],
  [
    'another content type than was signed',
    'AuthFailure.SignatureFailure',
    () => ({ tamper: { 'content-type': 'application/json; charset=utf-8' } }),
  ],
  ['text/plain', 'InvalidRequest', () => ({ headers: { 'content-type': 'text/plain;charset=UTF-8' } })],
  [
    'form content',
    'InvalidRequest',
    () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  ],
  ['no content type', 'MissingParameter', () => ({ tamper: { 'content-type': undefined } })],
  [
    'a scope of yesterday',
    'AuthFailure.SignatureFailure',
    () => ({ date: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10) }),
  ],
  ['a scope of another service', 'AuthFailure.InvalidAuthorization', () => ({ service: 'cvm' })],
  [
    'host not among the signed headers',
    'AuthFailure.InvalidAuthorization',
    () => ({ signedNames: ['content-type', 'x-tc-action'] }),
  ],
  [
    'content-type not among the signed headers',
    'AuthFailure.InvalidAuthorization',
    () => ({ signedNames: ['host'] }),
  ],
  [
    'signed headers out of order',
    'AuthFailure.SignatureFailure',
    () => ({ signedNames: ['host', 'content-type'] }),
  ],
  [
    'a signed header that is not there',
    'AuthFailure.SignatureFailure',
    () => ({
      headers: { 'x-tc-zone': 'a' },
      signedNames: ['content-type', 'host', 'x-tc-zone'],
      tamper: { 'x-tc-zone': undefined },
    }),
  ],
  ['a timestamp 301 s behind', 'AuthFailure.SignatureExpire', () => ({ timestamp: seconds() - 301 })],
  ['a timestamp 302 s ahead', 'AuthFailure.SignatureExpire', () => ({ timestamp: seconds() + 302 })],
  [
    'a timestamp changed after signing',
    'AuthFailure.SignatureFailure',
    () => ({ tamper: { 'x-tc-timestamp': String(seconds() + 60) } }),
  ],
  [
    'a timestamp in milliseconds',
    'InvalidParameterValue',
    () => ({ tamper: { 'x-tc-timestamp': String(Date.now()) } }),
  ],
  ['no timestamp', 'MissingParameter', () => ({ tamper: { 'x-tc-timestamp': undefined } })],
  ['two timestamps', 'InvalidRequest', () => ({ tamper: { 'x-tc-timestamp': ['1', '2'] } })],
  [
    'no action',
    'MissingParameter',
    () => ({ signedNames: ['content-type', 'host'], tamper: { 'x-tc-action': undefined } }),
  ],
  ['an unknown action', 'InvalidAction', () => ({ action: 'UnbindNumberCallInInterface' })],
  ['an action in other case', 'InvalidAction', () => ({ action: 'bindnumbercallininterface' })],
  ['no version', 'MissingParameter', () => ({ tamper: { 'x-tc-version': undefined } })],
  ['another version', 'NoSuchVersion', () => ({ headers: { 'x-tc-version': '2017-03-12' } })],
  ['no Authorization', 'AuthFailure.InvalidAuthorization', () => ({ tamper: { authorization: undefined } })],
  [
    'an Authorization of v1',
    'AuthFailure.InvalidAuthorization',
    () => ({ tamper: { authorization: 'HmacSHA256 x' } }),
  ],
  [
    'a token that is not expected',
    'AuthFailure.TokenFailure',
    () => ({ headers: { 'x-tc-token': 'a-token' } }),
  ],
  ['PUT', 'UnsupportedProtocol', () => ({ method: 'PUT' })],
  ['a path', 'InvalidRequest', () => ({ path: '/v3' })],
  ['a query', 'InvalidRequest', () => ({ path: '/?a=1' })],
];

describe('verification fails closed, with HTTP 200 and nothing applied', () => {
  test.each(refusals)('%s is refused with %s', async (_, code, options) => {
    const answer = await send(options());
    expect(answer).toMatchObject({ status: 200, code });
    expect(JSON.parse(answer.text).Response.RequestId).toMatch(/^[0-9a-f-]{36}$/);
    const [entry] = await simulator.control.log();
    expect(entry).toMatchObject({ verdict: code, appliedOrder: null });
    expect((await simulator.control.world()).bindings).toEqual([]);
  });
});

describe('verification lets the right request through', () => {
  test.each<[string, () => Omit<HandSigned, 'endpoint'>]>([
    ['as our client signs', () => ({})],
    ['as the official SDK signs', () => ({ signedNames: ['content-type', 'host'] })],
    [
      'with the charset the documentation shows',
      () => ({ headers: { 'content-type': 'application/json; charset=utf-8' } }),
    ],
    ['298 s behind', () => ({ timestamp: seconds() - 298 })],
    ['298 s ahead', () => ({ timestamp: seconds() + 298 })],
    [
      'with another header signed as well',
      () => ({
        headers: { 'x-tc-language': 'en-US' },
        signedNames: ['content-type', 'host', 'x-tc-action', 'x-tc-language'],
      }),
    ],
  ])('%s', async (_, options) => {
    expect((await send(options())).code).toBeNull();
  });

  test('a captured request signed for one action cannot be replayed as another', async () => {
    const { authorization = '' } = signByHand({ endpoint: simulator.endpoint });
    expect((await send({ action: 'DescribeNumbers', tamper: { authorization } })).code).toBe(
      'AuthFailure.SignatureFailure',
    );
  });

  test('with a configured token only that token passes', async () => {
    const guarded = await startSimulator({ token: 'simulator-token' });
    const attempt = async (headers: Record<string, string>) =>
      (await sendByHand({ endpoint: guarded.endpoint, headers })).code;
    expect(await attempt({ 'x-tc-token': 'simulator-token' })).toBeNull();
    expect(await attempt({ 'x-tc-token': 'simulator-toke' })).toBe('AuthFailure.TokenFailure');
    expect(await attempt({})).toBe('AuthFailure.TokenFailure');
    await guarded.stop();
  });

  test('a clock that is off refuses, and says the time it believes in', async () => {
    await simulator.control.setClock(-600_000);
    const answer = await send({});
    expect(answer.code).toBe('AuthFailure.SignatureExpire');
    expect(Date.parse(String(answer.headers.date)) - Date.now()).toBeLessThan(-590_000);
    expect((await send({ timestamp: seconds() - 600 })).code).toBeNull();
  });
});
