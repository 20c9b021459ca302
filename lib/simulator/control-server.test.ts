import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import { bindBody, sendByHand, signByHand } from '#lib/simulator/hand-signed.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ unlimited: true });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.control.reset());

test('the log keeps headers and body exactly as they came', async () => {
  const body = bindBody({ CallInInterface: { URL: 'https://例子.example/😀' } });
  await sendByHand({ endpoint: simulator.endpoint, body });
  const [entry] = await simulator.control.log();
  expect(Buffer.from(entry?.bodyBase64 ?? '', 'base64').toString()).toBe(body);
  expect(entry?.bodySha256).toBe(createHash('sha256').update(body).digest('hex'));
  expect(entry).toMatchObject({ n: 1, sdkAppId: '1400000000', number: '0086075586013388', numberType: null });
  expect(entry).toMatchObject({ callbackUrl: 'https://例子.example/😀', verdict: 'ok', appliedOrder: 1 });
  const sent = signByHand({ endpoint: simulator.endpoint, body, timestamp: Number(entry?.timestamp) });
  expect(entry?.rawHeaders).toEqual(expect.arrayContaining(Object.entries(sent).flat()));
});

test('arrivals are ordered on one clock, and a kept connection keeps its id', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const _ of [1, 2, 3]) await sendByHand({ endpoint: simulator.endpoint, agent });
  await sendByHand({ endpoint: simulator.endpoint });
  agent.destroy();
  const log = await simulator.control.log();
  const arrivals = log.map(({ arrivedAtMs }) => arrivedAtMs);
  expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
  expect(new Set(log.slice(0, 3).map(({ connectionId }) => connectionId)).size).toBe(1);
  expect(log[3]?.connectionId).toBe((log[0]?.connectionId ?? 0) + 1);
  expect(log.every(({ ending }) => ending === 'answered')).toBe(true);
  expect(await simulator.control.log(3)).toHaveLength(1);
});

test('a body that stops half-way is logged as incomplete and never applied', async () => {
  const headers = { ...signByHand({ endpoint: simulator.endpoint }), 'content-length': '500' };
  const half = request(simulator.endpoint, { method: 'POST', headers });
  half.on('error', () => undefined).write(bindBody(), () => half.destroy());
  await expect
    .poll(() => simulator.control.log())
    .toMatchObject([{ verdict: 'incomplete', appliedOrder: null }]);
});

test('a reset forgets everything', async () => {
  await simulator.control.addFault({ when: { nth: 2 }, fault: { kind: 'hang', applied: false } });
  await simulator.control.setClock(9_000_000);
  await sendByHand({ endpoint: simulator.endpoint });
  await simulator.control.reset();
  expect(await simulator.control.log()).toEqual([]);
  expect((await sendByHand({ endpoint: simulator.endpoint })).code).toBeNull();
  expect((await sendByHand({ endpoint: simulator.endpoint })).code).toBeNull();
});

test('faults can be read and cleared', async () => {
  const id = await simulator.control.addFault({ times: null, fault: { kind: 'hang', applied: false } });
  const listed = await (await fetch(`${simulator.controlUrl}/faults`)).json();
  expect(listed).toMatchObject([{ id, fault: { kind: 'hang' }, seen: 0, struck: 0 }]);
  await simulator.control.clearFaults();
  expect((await sendByHand({ endpoint: simulator.endpoint })).code).toBeNull();
});

test('a program that is not understood is refused with a sentence', async () => {
  const response = await fetch(`${simulator.controlUrl}/faults`, {
    method: 'POST',
    body: '{"fault":{"kind":"bang"}}',
  });
  expect(response.status).toBe(400);
  expect((await response.json()).error).toContain('fault');
});

test.each([
  ['a page in a browser', { origin: 'https://evil.example' }],
  ['a name rebound to loopback', { host: 'evil.example' }],
])('%s cannot steer it', async (_, headers) => {
  const status = await new Promise((resolve) => {
    request(`${simulator.controlUrl}/reset`, { method: 'POST', headers }, ({ statusCode }) =>
      resolve(statusCode),
    ).end();
  });
  expect(status).toBe(403);
});

test('what is not there is 404, also by a name that every object has', async () => {
  for (const path of ['/nothing', '/constructor', '/__proto__']) {
    expect((await fetch(`${simulator.controlUrl}${path}`)).status).toBe(404);
  }
});
