import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { ask } from '#e2e/attack/ask.ts';
import { builtAction } from '#e2e/attack/build-lists.ts';
import { callAction, codeOf, flightHeaders } from '#e2e/attack/call.ts';
import { signInCookie } from '#e2e/attack/visitors.ts';
import { expect, test } from '#e2e/fixtures.ts';
import type { Console } from '#lib/testing/console.ts';

// Large bodies of people who are not signed in: none is read, wherever it goes and whatever its headers say.

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const large = 8_000_000;
const paths = ['/batches/new', '/', '/sign-in', '/people', '/api/bindings', '/api/health', '/nope', '/%'];
const files = ['/favicon.svg', '/_next/static/x.js'];

let cookie: string;
test.beforeAll(async ({ console: running }) => {
  test.setTimeout(300_000);
  cookie = await signInCookie(running.origin);
});

type Poured = {
  status: number;
  /** After the headers. */
  body: string;
  /** Bytes that the other side's network took, which may be more than its process read. */
  taken: number;
  interim: boolean;
};

type Pouring = { path: string; method?: string; headers?: Record<string, string>; chunked?: boolean };

/** Sends as much of a large body as is taken, as fast as it is taken, until the other side closes. */
function pour(origin: string, { path, method = 'POST', headers = {}, chunked = false }: Pouring) {
  const { host, port } = new URL(origin);
  const socket = connect(Number(port), '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<Poured>();
  const size: Record<string, string> = chunked
    ? { 'transfer-encoding': 'chunked' }
    : { 'content-length': String(large) };
  const all: Record<string, string> = {
    host,
    ...flightHeaders(origin, builtAction('startBatch').id),
    ...size,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const part = Buffer.alloc(65_536, ' ');
  const piece = chunked ? Buffer.concat([Buffer.from('10000\r\n'), part, Buffer.from('\r\n')]) : part;
  let left = large;
  let answer = '';
  const more = () => {
    while (left > 0 && socket.writable) {
      left -= piece.length;
      if (!socket.write(piece)) break;
    }
  };
  socket.on('data', (chunk) => {
    answer += chunk.toString('utf8');
  });
  socket.on('drain', more);
  // A connection that is closed while it is written to is reset.
  socket.on('error', () => {});
  socket.on('close', () => {
    const interim = answer.startsWith('HTTP/1.1 100');
    const [head = '', ...rest] = answer.split('\r\n\r\n').slice(interim ? 1 : 0);
    const taken = socket.bytesWritten - socket.writableLength;
    resolve({ status: Number(head.split(' ')[1] ?? 0), body: rest.join(), taken, interim });
  });
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  if (all.expect === undefined) more();
  return promise;
}

/** Bytes that a process has read so far, from sockets, files and pipes. */
async function bytesReadBy({ process: { pid } }: Console): Promise<number> {
  const counted = await readFile(`/proc/${pid}/io`, 'utf8');
  return Number(/^rchar: (\d+)/m.exec(counted)?.[1]);
}

/** A session of another secret, one that never was, and one that is over. */
async function worthless(origin: string): Promise<Record<string, string>> {
  const [name, value = ''] = cookie.split('=');
  const ended = await signInCookie(origin);
  await callAction(origin, 'signOut', [], { cookie: ended });
  return {
    'no cookie': '',
    'a made up one': `${name}=${'A'.repeat(32)}.${'A'.repeat(43)}%3D`,
    'a true token with another signature': `${name}=${decodeURIComponent(value).split('.')[0]}.${'A'.repeat(43)}%3D`,
    'a true one under another name': `x${cookie}`,
    'a session that was ended': ended,
  };
}

test('sixteen who post eight megabytes each without a session have next to nothing of it read', async ({
  console: running,
}) => {
  const before = await bytesReadBy(running);
  const poured = await Promise.all(
    Array.from({ length: 16 }, () => pour(running.origin, { path: '/batches/new' })),
  );
  const read = (await bytesReadBy(running)) - before;
  console.log(`16 bodies of 8 MB without a session: ${Math.round(read / 1_000)} kB read by the process`);
  expect(poured.map(({ status }) => status)).toEqual(Array(16).fill(401));
  // A process reads a piece of up to 64 kB together with the headers, and another while it looks at them.
  expect(read).toBeLessThan(16 * 300_000);
});

test('it is so at every path, in pieces and with a length, by every method, whatever else is sent', async ({
  console: running,
}) => {
  const { origin } = running;
  const before = await bytesReadBy(running);
  const asked: Pouring[] = [
    ...[...paths, ...files].flatMap((path) => [{ path }, { path, chunked: true }]),
    ...['GET', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'].map((method) => ({
      path: '/batches/new',
      method,
    })),
    { path: '/batches/new', headers: { 'content-type': 'application/json' } },
    { path: '/batches/new', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    { path: '/batches/new', headers: { origin: 'https://evil.example' } },
    { path: '/batches/new', headers: { connection: 'upgrade', upgrade: 'websocket' } },
    {
      path: '/batches/new',
      headers: { connection: 'upgrade', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' },
    },
    {
      path: '/batches/new',
      headers: { 'x-http-method-override': 'GET', 'x-middleware-subrequest': 'proxy' },
    },
    { path: '/batches/new', headers: { 'content-encoding': 'gzip' } },
  ];
  const poured = await Promise.all(asked.map(async (each) => ({ each, ...(await pour(origin, each)) })));
  for (const { each, status, body, taken } of poured) {
    // More than this address takes of anybody is refused as that.
    expect([each.path === '/batches/new' || each.chunked ? 401 : 413], JSON.stringify(each)).toContain(
      status,
    );
    expect(JSON.parse(body), JSON.stringify(each)).toMatchObject({ message: expect.stringContaining(' ') });
    expect(taken, JSON.stringify(each)).toBeLessThan(large);
  }
  expect((await bytesReadBy(running)) - before).toBeLessThan(asked.length * 300_000);
  expect((await ask(origin, { path: '/api/health' })).status).toBe(200);
});

test('a cookie alone is no session', async ({ console: running }) => {
  const cookies = await worthless(running.origin);
  const before = await bytesReadBy(running);
  for (const [what, value] of Object.entries(cookies)) {
    const { status } = await pour(running.origin, { path: '/batches/new', headers: { cookie: value } });
    expect(status, what).toBe(401);
  }
  expect((await bytesReadBy(running)) - before).toBeLessThan(5 * 300_000);
});

test('who asks first whether to send a large body is told no, and yes with a session', async ({
  console: { origin },
}) => {
  const expecting = { expect: '100-continue' };
  const no = await pour(origin, { path: '/batches/new', headers: expecting });
  expect([no.status, no.interim]).toEqual([401, false]);
  expect(no.taken).toBeLessThan(2_000);
  const answer = await ask(origin, {
    method: 'POST',
    path: '/batches/new',
    headers: { ...flightHeaders(origin, builtAction('startBatch').id), ...expecting, cookie },
    body: JSON.stringify([{ filler: 'x'.repeat(100_000) }]),
  });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid_input']);
});

test('lengths that lie are held to what they say, or refused', async ({ console: { origin } }) => {
  const { host } = new URL(origin);
  const twice = { 'content-length': '5', 'Content-Length': String(large) };
  const both = { 'content-length': '5', 'transfer-encoding': 'chunked' };
  for (const headers of [twice, both, { 'content-length': '-1' }, { 'content-length': '0x7A1200' }]) {
    const { status } = await pour(origin, { path: '/batches/new', headers: { host, ...headers } });
    // The answer is lost where the connection is reset under what is still being sent.
    expect([0, 400], JSON.stringify(headers)).toContain(status);
  }
  // What comes after the five bytes is another request, and no readable one.
  const short = await pour(origin, { path: '/batches/new', headers: { 'content-length': '5' } });
  expect(short.taken).toBeLessThan(large);
});

test('with a session the same bodies are taken, up to the limit of the address', async ({
  console: { origin },
}) => {
  const sent = (path: string, bytes: number) =>
    callAction(origin, 'startBatch', JSON.stringify([{ filler: 'x'.repeat(bytes) }]), { cookie, path });
  expect(codeOf(await sent('/batches/new', 7_900_000))).toBe('invalid_input');
  expect(codeOf(await sent('/batches/new', 70_000))).toBe('invalid_input');
  expect((await sent('/batches/new', 8_000_000)).status).toBe(413);
  expect((await sent('/people', 1_000_000)).status).toBe(413);
  const signedOut = await callAction(origin, 'startBatch', JSON.stringify([{ filler: 'x'.repeat(60_000) }]));
  expect(codeOf(signedOut)).toBe('signed_out');
});
