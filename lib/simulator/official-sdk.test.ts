import { Agent, type ClientRequestArgs } from 'node:http';
import { connect } from 'node:net';
import { ccc } from 'tencentcloud-sdk-nodejs/tencentcloud/services/ccc/index.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { bindBody, sendByHand } from '#lib/simulator/hand-signed.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ unlimited: true });
});
afterAll(() => simulator.stop());

/** Takes every connection to the simulator, so that the SDK may keep the host name that it derives the scope from. */
class LoopbackAgent extends Agent {
  override createConnection(_: ClientRequestArgs) {
    return connect({ host: '127.0.0.1', port: Number(new URL(simulator.endpoint).port) });
  }
}

function sdkClient({
  secretKey = simulator.credentials.secretKey,
  secretId = simulator.credentials.secretId,
} = {}) {
  return new ccc.v20200210.Client({
    credential: { secretId, secretKey },
    profile: {
      httpProfile: {
        endpoint: 'ccc.intl.tencentcloudapi.com',
        protocol: 'http://',
        agent: new LoopbackAgent(),
      },
    },
  });
}

const codeOf = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );
const parameters = {
  SdkAppId: 1400000000,
  Number: '0086075586013388',
  CallInInterface: { URL: 'https://例子.example/😀' },
};

test('the official SDK binds a number, and its bytes are what was signed', async () => {
  const answer = await sdkClient().BindNumberCallInInterface(parameters);
  expect(answer.RequestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await simulator.control.boundUrl('1400000000', '0086075586013388')).toBe('https://例子.example/😀');
  const entry = (await simulator.control.log()).at(-1);
  expect(entry).toMatchObject({ requestId: answer.RequestId, verdict: 'ok' });
  expect(entry?.rawHeaders.join()).toContain('ccc.intl.tencentcloudapi.com');
});

test.each([
  ['success', {}, { action: 'BindNumberCallInInterface', fields: {} }, null],
  [
    'a wrong key',
    { secretKey: 'another-key' },
    { action: 'BindNumberCallInInterface', fields: {} },
    'AuthFailure.SignatureFailure',
  ],
  [
    'an unknown SecretId',
    { secretId: 'another-id' },
    { action: 'BindNumberCallInInterface', fields: {} },
    'AuthFailure.SecretIdNotFound',
  ],
  [
    'an unknown app',
    {},
    { action: 'BindNumberCallInInterface', fields: { SdkAppId: 1400009999 } },
    'InvalidParameterValue.InstanceNotExist',
  ],
  ['an unknown action', {}, { action: 'UnbindNumberCallInInterface', fields: {} }, 'InvalidAction'],
  [
    'an unknown field',
    {},
    { action: 'BindNumberCallInInterface', fields: { Reason: 'x' } },
    'UnknownParameter',
  ],
])(
  'the official SDK and a request signed by hand get the same answer: %s',
  async (_, credential, { action, fields }, code) => {
    const bySdk = codeOf(sdkClient(credential).request(action, { ...parameters, ...fields }));
    const byHand = sendByHand({
      endpoint: simulator.endpoint,
      action,
      body: bindBody(fields),
      ...credential,
    });
    expect(await bySdk).toBe(code);
    expect((await byHand).code).toBe(code);
  },
);

test('the official SDK reads both lists', async () => {
  const numbers = await sdkClient().DescribeNumbers({ SdkAppId: 1400000000, PageNumber: 0, PageSize: 5 });
  expect(numbers.Numbers).toHaveLength(5);
  const apps = await sdkClient().DescribeCCCBuyInfoList({});
  expect(apps.SdkAppIdBuyList?.map(({ Name }) => Name)).toEqual(['Main line', 'Sales']);
});
