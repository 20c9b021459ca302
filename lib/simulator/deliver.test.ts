import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#lib/simulator/control.ts';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import { bindBody, sendByHand, signByHand } from '#lib/simulator/hand-signed.ts';

type Fault = ProgramInput['fault'];
type Exchange = { socket: Socket; received: () => Buffer; ended: Promise<'reset' | 'end'> };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ unlimited: true });
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.control.reset());

/** Sends one good request over a bare socket and lets the test look at every byte that comes back. */
function exchange(): Exchange {
  const { endpoint } = simulator;
  const body = bindBody();
  const headers = { ...signByHand({ endpoint, body }), 'content-length': String(Buffer.byteLength(body)) };
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(endpoint).port) });
  let received = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
  });
  const ended = new Promise<'reset' | 'end'>((resolve) => {
    socket.on('error', () => resolve('reset'));
    socket.on('end', () => resolve('end'));
  });
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST / HTTP/1.1\r\n${head.join('')}\r\n${body}`);
  return { socket, received: () => received, ended };
}

async function strike(fault: Fault): Promise<Exchange> {
  await simulator.control.addFault({ fault });
  return exchange();
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await wait(10);
  }
  throw new Error('It never came true.');
}

const appliedCount = async () => (await simulator.control.world()).bindings.length;
const seenByNow = () => until(async () => (await simulator.control.log()).length > 0);

describe.each([false, true])('with applied = %s', (applied) => {
  const expected = applied ? 1 : 0;

  test('a reset comes instead of any byte', async () => {
    const { ended, received } = await strike({ kind: 'reset', applied });
    expect(await ended).toBe('reset');
    expect(received().length).toBe(0);
    expect(await appliedCount()).toBe(expected);
  });

  test('a hang keeps the socket open and says nothing', async () => {
    const { socket, ended, received } = await strike({ kind: 'hang', applied });
    await seenByNow();
    expect(await Promise.race([ended, wait(200, 'silence')])).toBe('silence');
    expect(received().length).toBe(0);
    expect(await appliedCount()).toBe(expected);
    socket.destroy();
    await until(async () => (await simulator.control.log())[0]?.ending === 'cut');
  });

  test('a stall sends the head and one brace', async () => {
    const { socket, received } = await strike({ kind: 'stall', applied });
    await until(() => received().includes('\r\n\r\n{'));
    await wait(150);
    expect(received().toString()).toMatch(/^HTTP\/1.1 200 OK[\s\S]*\r\n\r\n\{$/);
    expect(await appliedCount()).toBe(expected);
    socket.destroy();
  });

  test.each([500, 502, 503, 504])(
    '%i comes with no body, HTML, an error or a success text',
    async (status) => {
      const texts: string[] = [];
      for (const body of ['none', 'html', 'error', 'success'] as const) {
        await simulator.control.addFault({ fault: { kind: 'status', status, body, applied } });
        const answer = await sendByHand({ endpoint: simulator.endpoint });
        expect(answer.status).toBe(status);
        texts.push(answer.text.slice(0, 22));
      }
      expect(texts).toEqual([
        '',
        '<!doctype html><title>',
        '{"Response":{"Error":{',
        '{"Response":{"RequestI',
      ]);
      expect(await appliedCount()).toBe(expected);
    },
  );

  test('any code is answered in the envelope with HTTP 200', async () => {
    await simulator.control.addFault({ fault: { kind: 'code', code: 'InternalError.DBError', applied } });
    const answer = await sendByHand({ endpoint: simulator.endpoint });
    expect(answer).toMatchObject({ status: 200, code: 'InternalError.DBError' });
    expect(await appliedCount()).toBe(expected);
  });
});

test('a drip sends the right answer byte by byte', async () => {
  const { socket, received } = await strike({ kind: 'drip', applied: true, intervalMs: 20, bytes: 1 });
  const body = () => received().toString().split('\r\n\r\n')[1] ?? '';
  await until(() => body().length >= 3);
  const early = body();
  expect(early.length).toBeLessThan(40);
  await until(() => body().endsWith('}}'));
  expect(JSON.parse(body()).Response.RequestId).toBeTruthy();
  socket.destroy();
});

test('a cut answer promises more than it sends', async () => {
  const { ended, received } = await strike({ kind: 'cut', applied: true, bytes: 12 });
  expect(await ended).toBe('end');
  expect(received().toString()).toMatch(/\r\n\r\n\{"Response":$/);
});

test('a giant body goes on as long as somebody reads, and the simulator survives it', async () => {
  const { socket, received } = await strike({ kind: 'giant', applied: true });
  await until(() => received().length > 5_000_000);
  socket.destroy();
  expect(received().toString('latin1', 0, 300)).toContain('Transfer-Encoding: chunked');
  expect((await sendByHand({ endpoint: simulator.endpoint })).code).toBeNull();
});

test('a gzip bomb is a thousand times larger inflated than on the wire', async () => {
  const bomb = { kind: 'gzip-bomb', applied: true, megabytes: 50 } as const;
  const { received, socket } = await strike(bomb);
  await until(() => received().toString('latin1').endsWith('0\r\n\r\n'));
  expect(received().length).toBeLessThan(60_000);
  socket.destroy();
  await simulator.control.addFault({ fault: bomb });
  const headers = signByHand({ endpoint: simulator.endpoint });
  const inflated = await fetch(simulator.endpoint, { method: 'POST', body: bindBody(), headers });
  expect((await inflated.arrayBuffer()).byteLength).toBe(50 * 1024 * 1024);
});

test('a sign-in page is HTML with a script and status 200', async () => {
  await simulator.control.addFault({ fault: { kind: 'html', applied: false } });
  const answer = await sendByHand({ endpoint: simulator.endpoint });
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(answer.text).toContain('<script>');
});

test.each([301, 302, 303, 307, 308])('%i names the place it points to', async (status) => {
  const location = 'http://127.0.0.1:9/elsewhere';
  await simulator.control.addFault({ fault: { kind: 'status', status, location, applied: false } });
  expect(await sendByHand({ endpoint: simulator.endpoint })).toMatchObject({ status, headers: { location } });
});

test('latency applies at once and answers late', async () => {
  const { received, socket } = await strike({ kind: 'latency', ms: 300 });
  await until(async () => (await appliedCount()) === 1);
  expect(received().length).toBe(0);
  await until(() => received().includes('RequestId'));
  const [entry] = await simulator.control.log();
  expect((entry?.endedAtMs ?? 0) - (entry?.arrivedAtMs ?? 0)).toBeGreaterThan(290);
  socket.destroy();
});

test('a held request is applied when released, after a newer one, although its client has left', async () => {
  const { socket } = await strike({ kind: 'hold' });
  await seenByNow();
  socket.destroy();
  const newer = bindBody({ CallInInterface: { URL: 'https://example.com/newer' } });
  expect((await sendByHand({ endpoint: simulator.endpoint, body: newer })).code).toBeNull();
  expect(await simulator.control.release()).toBe(1);
  await until(async () => (await simulator.control.log())[0]?.appliedOrder === 2);
  expect(await simulator.control.boundUrl('1400000000', '0086075586013388')).toBe(
    'https://example.com/inbound',
  );
});

test('a held request whose client waits gets the right answer, also when only time releases it', async () => {
  await simulator.control.addFault({ fault: { kind: 'hold', ms: 100 } });
  expect((await sendByHand({ endpoint: simulator.endpoint })).code).toBeNull();
  expect(await appliedCount()).toBe(1);
  expect(await simulator.control.release()).toBe(0);
});

test('a skew of ten minutes concerns the one request it strikes', async () => {
  await simulator.control.addFault({ fault: { kind: 'skew', skewMs: 600_000 } });
  expect((await sendByHand({ endpoint: simulator.endpoint })).code).toBe('AuthFailure.SignatureExpire');
  expect((await sendByHand({ endpoint: simulator.endpoint })).code).toBeNull();
});

test('an idle socket is closed after a whole answer that promised to keep it', async () => {
  const { ended, received } = await strike({ kind: 'close-idle-socket', afterMs: 50 });
  expect(await ended).toBe('end');
  expect(received().toString()).toMatch(/Connection: keep-alive[\s\S]*"RequestId"/);
});

test('no fault makes a request applied that the strict side refused', async () => {
  for (const fault of [
    { kind: 'reset', applied: true },
    { kind: 'status', status: 500, applied: true },
    { kind: 'code', code: 'InternalError', applied: true },
  ] satisfies Fault[]) {
    await simulator.control.addFault({ fault });
    await sendByHand({ endpoint: simulator.endpoint, secretKey: 'another-key' }).catch(() => undefined);
  }
  expect(await appliedCount()).toBe(0);
});

test('a scripted code does not hide a wrong signature', async () => {
  await simulator.control.addFault({ fault: { kind: 'code', code: 'InternalError', applied: false } });
  const { code } = await sendByHand({ endpoint: simulator.endpoint, secretKey: 'another-key' });
  expect(code).toBe('AuthFailure.SignatureFailure');
});
