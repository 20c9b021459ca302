import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createGateway, type GatewayOptions } from '#lib/tencent/gateway.ts';
import { closeAfterwards, serve } from '#lib/testing/tencent/client-harness.ts';
import { answer, errorBody, okBody, type RawServer } from '#lib/testing/tencent/raw-server.ts';

const credentials = {
  secretId: 'test-secret-id',
  secretKey: 'test-secret-key',
  token: null,
  source: 'environment',
} as const;
const request = {
  sdkAppId: '1400000000',
  number: '0086075586013388',
  callbackUrl: 'https://cloud.tencent.com/',
  numberType: null,
} as const;

function gatewayFor(server: RawServer, options: Partial<GatewayOptions> = {}) {
  const gateway = createGateway({ endpoint: server.url, credentials, ...options });
  closeAfterwards(gateway.close);
  return gateway;
}

const minutes = (count: number) => count * 60_000;

/** A server that refuses signatures more than five minutes from its own clock, as the provider does. */
const serveWithClock = (clock: () => number) =>
  serve({
    onRequest: (socket, text) => {
      const signedMs = Number(/x-tc-timestamp: (\d+)/i.exec(text)?.[1]) * 1000;
      const fresh = Math.abs(clock() - signedMs) <= minutes(5);
      const headers = { Date: new Date(clock()).toUTCString() };
      socket.write(answer(fresh ? okBody() : errorBody('AuthFailure.SignatureExpire'), '200 OK', headers));
    },
  });

test('what goes over the wire is the documented request and nothing else', async () => {
  const server = await serve({ onRequest: (socket) => socket.write(answer(okBody())) });
  const gateway = gatewayFor(server);
  const prepared = gateway.prepareBind(request);
  const report = await gateway.send(prepared, { deadlineMs: 2_000 });
  expect(report).toMatchObject({
    outcome: 'bound',
    httpStatus: 200,
    code: null,
    message: null,
    requestId: 'request-1',
  });
  const [head = '', body = ''] = server.received().split('\r\n\r\n');
  const [first, ...lines] = head.split('\r\n');
  expect(first).toBe('POST / HTTP/1.1');
  const day = new Date(report.signedAt * 1000).toISOString().slice(0, 10);
  const scope = `test-secret-id/${day}/ccc/tc3_request`;
  expect(lines.map((line) => line.replace(/Signature=[0-9a-f]{64}$/, 'Signature=…')).sort()).toEqual([
    'Accept-Encoding: identity',
    `Authorization: TC3-HMAC-SHA256 Credential=${scope}, SignedHeaders=content-type;host;x-tc-action, Signature=…`,
    'Connection: keep-alive',
    `Content-Length: ${prepared.body.length}`,
    'Content-Type: application/json',
    `Host: 127.0.0.1:${server.port}`,
    'X-TC-Action: BindNumberCallInInterface',
    `X-TC-Timestamp: ${report.signedAt}`,
    'X-TC-Version: 2020-02-10',
  ]);
  expect(body).toBe(prepared.body.toString());
  expect(prepared.bodySha256).toBe(createHash('sha256').update(body).digest('hex'));
});

test('temporary credentials send their token', async () => {
  const server = await serve({ onRequest: (socket) => socket.write(answer(okBody())) });
  const gateway = gatewayFor(server, { credentials: { ...credentials, token: 'test-token' } });
  await gateway.send(gateway.prepareBind(request), { deadlineMs: 2_000 });
  expect(server.received()).toContain('\r\nX-TC-Token: test-token\r\n');
});

test('a gateway tells where it leads without telling a secret', async () => {
  const server = await serve({});
  const gateway = gatewayFor(server, { proxy: new URL('http://user:word@proxy.internal:3128') });
  expect(gateway).toMatchObject({
    endpointHost: `127.0.0.1:${server.port}`,
    simulated: true,
    credentialSource: 'environment',
    maskedSecretId: 'te••••',
    proxy: 'http://proxy.internal:3128',
    keyHash: createHash('sha256').update(credentials.secretId).digest('hex'),
  });
  const told = JSON.stringify(gateway);
  for (const secret of [credentials.secretId, credentials.secretKey, 'word'])
    expect(told).not.toContain(secret);
});

test.each([-10, 10, -600, 26_280])(
  'a clock %i minutes off is measured, and the next request signed with it',
  async (off) => {
    const server = await serveWithClock(() => Date.now() + minutes(off));
    const gateway = gatewayFor(server);
    const prepared = gateway.prepareBind(request);
    const first = await gateway.send(prepared, { deadlineMs: 2_000 });
    expect(first).toMatchObject({ outcome: 'refused', code: 'AuthFailure.SignatureExpire' });
    expect(Math.abs((first.clockSkewMs ?? 0) - minutes(off))).toBeLessThan(20_000);
    expect(gateway.clockOffsetMs()).toBe(first.clockSkewMs);
    const second = await gateway.send(prepared, { deadlineMs: 2_000 });
    expect(second.outcome).toBe('bound');
    expect(Math.abs(second.signedAt - first.signedAt - off * 60)).toBeLessThan(20);
  },
);

test('a clock that is mended meanwhile is measured again', async () => {
  const server = await serveWithClock(() => Date.now());
  let offMs = minutes(30);
  const gateway = gatewayFor(server, { wallClock: () => new Date(Date.now() + offMs) });
  const send = () => gateway.send(gateway.prepareBind(request), { deadlineMs: 2_000 });
  expect((await send()).outcome).toBe('refused');
  expect((await send()).outcome).toBe('bound');
  offMs = 0;
  expect((await send()).outcome).toBe('refused');
  expect((await send()).outcome).toBe('bound');
  expect(gateway.clockOffsetMs()).toBe(0);
});

test('a Date far off does not move the clock while signatures are accepted', async () => {
  const headers = { Date: new Date(0).toUTCString() };
  const server = await serve({ onRequest: (socket) => socket.write(answer(okBody(), '200 OK', headers)) });
  const gateway = gatewayFor(server);
  const report = await gateway.send(gateway.prepareBind(request), { deadlineMs: 2_000 });
  expect(report.clockSkewMs).toBeLessThan(-minutes(60));
  expect(gateway.clockOffsetMs()).toBe(0);
});

test('an expired signature with a right clock or an unreadable Date changes nothing', async () => {
  for (const date of [new Date().toUTCString(), 'yesterday']) {
    const body = errorBody('AuthFailure.SignatureExpire');
    const server = await serve({
      onRequest: (socket) => socket.write(answer(body, '200 OK', { Date: date })),
    });
    const gateway = gatewayFor(server);
    expect((await gateway.send(gateway.prepareBind(request), { deadlineMs: 2_000 })).outcome).toBe('refused');
    expect(gateway.clockOffsetMs()).toBe(0);
  }
});

test('send never rejects: with nobody there it reports that nothing was sent', async () => {
  const server = await serve({});
  await server.close();
  const gateway = gatewayFor(server);
  const report = await gateway.send(gateway.prepareBind(request), { deadlineMs: 2_000 });
  expect(report).toMatchObject({
    outcome: 'not_sent',
    code: 'NotSent.ConnectionRefused',
    httpStatus: null,
    clockSkewMs: null,
  });
});
