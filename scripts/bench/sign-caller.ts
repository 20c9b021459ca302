import { createGateway } from '#lib/tencent/gateway.ts';
import { sdkClient } from '#scripts/bench/sdk-client.ts';

// One side of `npm run bench:sign`, in a process of its own so that its CPU time is its own. Each message asks for a
// batch of calls, one after the other, and is answered with the CPU they took.

const [side, port, secretId = '', secretKey = ''] = process.argv.slice(2);
const appId = '1400000000';
const number = '0086075586013388';
const callbackUrl = 'https://hooks.example.com/来电/in?tenant=42';

function ours(): () => Promise<unknown> {
  const credentials = { secretId, secretKey, token: null, source: 'simulator' } as const;
  const gateway = createGateway({ endpoint: new URL(`http://127.0.0.1:${port}`), credentials });
  return async () => {
    const prepared = gateway.prepareBind({ sdkAppId: appId, number, callbackUrl, numberType: 'number' });
    const report = await gateway.send(prepared, { deadlineMs: 10_000 });
    if (report.outcome !== 'bound') throw new Error(`Ours: ${report.code}`);
  };
}

function sdk(): () => Promise<unknown> {
  const client = sdkClient({ port: Number(port), secretId, secretKey });
  const parameters = {
    SdkAppId: Number(appId),
    Number: number,
    CallInInterface: { URL: callbackUrl },
    NumberType: 'number',
  };
  return () => client.BindNumberCallInInterface(parameters);
}

const call = side === 'ours' ? ours() : sdk();

process.on('message', async (calls: number) => {
  const before = process.cpuUsage();
  for (let made = 0; made < calls; made += 1) await call();
  const { user, system } = process.cpuUsage(before);
  process.send?.((user + system) / 1000);
});
