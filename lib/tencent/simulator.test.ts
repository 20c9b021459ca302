import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { type BindRequest, createGateway } from '#lib/tencent/gateway.ts';
import { closeAfterwards } from '#lib/testing/tencent/client-harness.ts';

const plain: BindRequest = {
  sdkAppId: '1400000000',
  number: '0086075586013388',
  callbackUrl: 'https://hooks.example.com/in',
  numberType: null,
};

const urls = [
  'https://cloud.tencent.com/',
  'https://hooks.example.com/a?q="x"&b=\\&t=%09',
  'https://hooks.example.com/来电/回调?渠道=销售',
  'https://例子.测试/路径',
  'https://xn--fsqu00a.xn--0zwm56d/in',
  'https://hooks.example.com/📞/🧑‍💻?e=😀',
  'https://hooks.example.com/\u2028\u2029\u00a0',
  `https://hooks.example.com/${'长'.repeat(600)}`,
  null,
];
const numberTypes = ['inner', 'number', null] as const;
const requests: BindRequest[] = urls.flatMap((callbackUrl) =>
  numberTypes.map((numberType) => ({
    ...plain,
    callbackUrl,
    numberType,
    number: numberType === 'inner' ? '1001' : plain.number,
  })),
);

const simulators: Simulator[] = [];
beforeAll(async () => {
  simulators.push(
    await startSimulator({ unlimited: true }),
    await startSimulator({ unlimited: true, token: 'words-for-a-token' }),
  );
});
afterAll(async () => {
  for (const simulator of simulators) await simulator.stop();
});

function gatewayFor({ endpoint, credentials }: Simulator, secretKey = credentials.secretKey) {
  const key = { ...credentials, secretKey, source: 'simulator' } as const;
  const gateway = createGateway({ endpoint: new URL(endpoint), credentials: key });
  closeAfterwards(gateway.close);
  return gateway;
}

test.each([0, 1])(
  'a strict endpoint accepts every request, byte for byte (token in use: %i)',
  async (which) => {
    const simulator = simulators[which];
    if (!simulator) throw new Error('the simulator is not running');
    const gateway = gatewayFor(simulator);
    const digests: string[] = [];
    for (const request of requests) {
      const prepared = gateway.prepareBind(request);
      const report = await gateway.send(prepared, { deadlineMs: 5_000 });
      expect(report, JSON.stringify(request)).toMatchObject({ outcome: 'bound', httpStatus: 200 });
      digests.push(prepared.bodySha256);
    }
    const log = await simulator.control.log();
    expect(log.map((entry) => entry.bodySha256)).toEqual(digests);
  },
);

test('a strict endpoint refuses a wrong key, and the refusal is definite', async () => {
  const [simulator] = simulators;
  if (!simulator) throw new Error('the simulator is not running');
  const gateway = gatewayFor(simulator, 'not-the-key');
  const report = await gateway.send(gateway.prepareBind(plain), { deadlineMs: 5_000 });
  expect(report).toMatchObject({ outcome: 'refused', code: 'AuthFailure.SignatureFailure' });
});
