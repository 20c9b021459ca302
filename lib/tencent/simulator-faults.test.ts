import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import { createGateway, type Gateway } from '#lib/tencent/gateway.ts';

let simulator: Simulator;
let gateway: Gateway;

beforeAll(async () => {
  simulator = await startSimulator({ unlimited: true });
  const credentials = { ...simulator.credentials, source: 'simulator' } as const;
  gateway = createGateway({ endpoint: new URL(simulator.endpoint), credentials });
});
afterAll(async () => {
  gateway.close();
  await simulator.stop();
});
beforeEach(() => simulator.control.reset());

const send = async (deadlineMs: number) => {
  const prepared = gateway.prepareBind({
    sdkAppId: '1400000000',
    number: '0086075586013388',
    callbackUrl: 'https://hooks.example.com/in',
    numberType: null,
  });
  return gateway.send(prepared, { deadlineMs });
};

const shapes = (applied: boolean): [string, ProgramInput['fault']][] => [
  ['reset', { kind: 'reset', applied }],
  ['hang', { kind: 'hang', applied }],
  ['stall', { kind: 'stall', applied }],
  ['drip', { kind: 'drip', applied, intervalMs: 100 }],
  ['cut', { kind: 'cut', applied, bytes: 20 }],
  ['giant', { kind: 'giant', applied }],
  ['gzip bomb', { kind: 'gzip-bomb', applied }],
  ['sign-in page', { kind: 'html', applied }],
  ...[301, 302, 307, 308].map((status): [string, ProgramInput['fault']] => [
    `${status}`,
    { kind: 'status', status, applied, location: 'http://127.0.0.1:1/' },
  ]),
  ...[500, 502, 503, 504].flatMap((status) =>
    (['none', 'html', 'error', 'success'] as const).map((body): [string, ProgramInput['fault']] => [
      `${status} with ${body} body`,
      { kind: 'status', status, body, applied },
    ]),
  ),
  ...['InternalError', 'InternalError.DBError', 'ServiceUnavailable', 'Brand.New'].map(
    (code): [string, ProgramInput['fault']] => [code, { kind: 'code', code, applied }],
  ),
];

describe.each([true, false])('with the binding applied: %s', (applied) => {
  test.each(shapes(applied))('%s leaves the outcome unknown after one arrival', async (_, fault) => {
    await simulator.control.addFault({ fault });
    expect(await send(400)).toMatchObject({ outcome: 'unknown' });
    const { bindings } = await simulator.control.world();
    expect(bindings).toHaveLength(applied ? 1 : 0);
  });
});

test('every malformed answer of the simulator leaves the outcome unknown', async () => {
  const malformed = await simulator.control.malformed();
  expect(malformed.length).toBeGreaterThanOrEqual(200);
  for (const [index, { name }] of malformed.entries()) {
    await simulator.control.clearFaults();
    await simulator.control.addFault({ fault: { kind: 'malformed', index, applied: true } });
    expect(await send(250), name).toMatchObject({ outcome: 'unknown' });
  }
});

test('an answer that is only late is still a binding', async () => {
  await simulator.control.addFault({ fault: { kind: 'latency', ms: 150 } });
  expect(await send(2_000)).toMatchObject({ outcome: 'bound' });
});

test('a clock ten minutes off costs one refusal and then binds', async () => {
  for (const skewMs of [600_000, -600_000]) {
    await simulator.control.setClock(skewMs);
    expect(await send(2_000)).toMatchObject({ outcome: 'refused', code: 'AuthFailure.SignatureExpire' });
    expect(await send(2_000)).toMatchObject({ outcome: 'bound' });
  }
});
