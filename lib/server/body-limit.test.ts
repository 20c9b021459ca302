import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { findBodyRefusal, refuseBody, signedOutBodyLimit } from '#lib/server/body-limit.ts';

const lengthOf = (length: number | string) => ({ 'content-length': String(length) });
const chunks = { 'transfer-encoding': 'chunked' };
const judge = (headers: Record<string, string>, { forBatch = false, signedIn = false } = {}) =>
  findBodyRefusal({ forBatch, headers }, async () => signedIn);

test.each([
  ['no body', {}, null, null],
  ['an empty one', lengthOf(0), null, null],
  ['64 kB', lengthOf(signedOutBodyLimit), null, null],
  ['a byte more', lengthOf(signedOutBodyLimit + 1), 'signed_out', null],
  ['the largest action', lengthOf(1_000_000), 'signed_out', null],
  ['more than any action', lengthOf(1_000_001), 'too_large', 'too_large'],
  ['more than a number holds', lengthOf('9'.repeat(400)), 'too_large', 'too_large'],
  ['a length that is none', lengthOf('1e3x'), 'signed_out', null],
  ['chunks', chunks, 'signed_out', 'no_length'],
  ['chunks beside a small length', { ...chunks, ...lengthOf(3) }, 'signed_out', 'no_length'],
  ['chunks of a coding', { 'transfer-encoding': 'gzip, chunked' }, 'signed_out', 'no_length'],
])('%s: %s is refused the signed-out as %s, the signed-in as %s', async (_what, headers, out, inside) => {
  expect([await judge(headers), await judge(headers, { signedIn: true })]).toEqual([out, inside]);
});

test('the page that starts a batch takes eight megabytes', async () => {
  const batch = { forBatch: true, signedIn: true };
  expect(await judge(lengthOf(8_000_000), batch)).toBeNull();
  expect(await judge(lengthOf(8_000_001), batch)).toBe('too_large');
  expect(await judge(lengthOf(8_000_000), { forBatch: true })).toBe('signed_out');
});

test('a small body does not ask whether its sender is signed in', async () => {
  const asked = async () => {
    throw new Error('asked');
  };
  expect(await findBodyRefusal({ forBatch: false, headers: lengthOf(300) }, asked)).toBeNull();
});

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<number> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Sends as much as the other side takes, until it closes. */
function pour(port: number, head: string, total: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<string>();
  let answer = '';
  let left = total;
  const more = () => {
    while (left > 0 && socket.writable) {
      left -= 65_536;
      if (!socket.write(Buffer.alloc(65_536, 'x'))) break;
    }
  };
  socket.on('data', (chunk) => {
    answer += chunk.toString('utf8');
  });
  socket.on('drain', more);
  socket.on('error', () => {});
  socket.on('close', () => resolve(answer));
  socket.write(head);
  more();
  return promise;
}

const codes = { signed_out: 'signed_out', too_large: 'request_too_large', no_length: 'invalid_input' };

test.each(['signed_out', 'too_large', 'no_length'] as const)(
  'a body that is refused (%s) is not read: the answer arrives whole, and the connection ends',
  async (reason) => {
    let read = 0;
    const port = await serve((request, response) => {
      response.setHeader('x-content-type-options', 'nosniff');
      request.socket.on('close', () => {
        read = request.socket.bytesRead;
      });
      refuseBody(request, response, reason);
    });
    const length = 8_000_000;
    const head = `POST /bulk/new HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`;
    const answer = await pour(port, head, length);
    const [headers = '', body = ''] = answer.split('\r\n\r\n');
    expect(headers).toMatch(/^HTTP\/1\.1 (401 Unauthorized|411 Length Required|413 Payload Too Large)\r\n/);
    expect(headers).toContain('x-content-type-options: nosniff');
    expect(headers).toContain('connection: close');
    expect(JSON.parse(body)).toMatchObject({
      problem: { code: codes[reason] },
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
    expect(read).toBeLessThan(300_000);
  },
);

test('an answer to an earlier request of the same connection is never overtaken', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/slow') return void setTimeout(() => response.end('slow'), 200);
    refuseBody(request, response, 'signed_out');
  });
  const head =
    'GET /slow HTTP/1.1\r\nHost: x\r\n\r\nPOST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n';
  expect(await pour(port, head, 65_536)).not.toContain('401');
});
