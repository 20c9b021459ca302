import type { Socket } from 'node:net';
import { createGzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { clientOf, serve } from '#lib/testing/tencent/client-harness.ts';
import { answer, okBody } from '#lib/testing/tencent/raw-server.ts';

const mebibyte = 1024 * 1024;
const block = Buffer.alloc(mebibyte, 'x');

/** Writes blocks until so many went or the other side left; says how many bytes the socket took. */
function flood(socket: Socket, blocks: number, frame: (block: Buffer) => Buffer): { taken(): number } {
  let left = blocks;
  const pump = () => {
    while (left > 0 && !socket.destroyed) {
      left -= 1;
      if (!socket.write(frame(block))) return socket.once('drain', pump);
    }
    return socket;
  };
  pump();
  return { taken: () => socket.bytesWritten };
}

const chunked = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

const head = (header: string) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${header}\r\n\r\n`;

const floods: [string, string, (block: Buffer) => Buffer][] = [
  ['1 GiB of declared length', head(`Content-Length: ${1024 * mebibyte}`), (bytes) => bytes],
  ['endless chunks', head('Transfer-Encoding: chunked'), chunked],
  ['a body that ends with the connection', head('Connection: close'), (bytes) => bytes],
];

test.each(floods)('%s is left after 64 KiB, with little memory taken', async (_, header, frame) => {
  let written: { taken(): number } | undefined;
  const server = await serve({
    onRequest: (socket) => {
      socket.write(header);
      written = flood(socket, 1024, frame);
    },
  });
  const send = clientOf({ endpoint: server.url });
  const before = process.memoryUsage().rss;
  expect(await send()).toMatchObject({ kind: 'lost', code: 'Unknown.AnswerTooLarge', httpStatus: 200 });
  expect(process.memoryUsage().rss - before).toBeLessThan(20 * mebibyte);
  await expect.poll(() => server.open()).toBe(0);
  // What the kernel and one socket buffer hold, not the gibibyte on offer.
  expect(written?.taken()).toBeLessThan(32 * mebibyte);
});

test('exactly 64 KiB is still read, one byte more is not', async () => {
  const sizes = [65_536, 65_537];
  const server = await serve({ onRequest: (socket) => socket.write(answer('x'.repeat(sizes.shift() ?? 0))) });
  const send = clientOf({ endpoint: server.url });
  expect(await send()).toMatchObject({ kind: 'answered' });
  expect(await send()).toMatchObject({ kind: 'lost', code: 'Unknown.AnswerTooLarge' });
});

test('a compressed answer is refused unread, so that a gzip bomb has nothing to inflate', async () => {
  const server = await serve({
    onRequest: (socket) => {
      socket.write(head('Content-Encoding: gzip\r\nTransfer-Encoding: chunked'));
      const gzip = createGzip();
      gzip.on('data', (bytes: Buffer) => socket.destroyed || socket.write(chunked(bytes)));
      gzip.end(Buffer.alloc(64 * mebibyte));
    },
  });
  const send = clientOf({ endpoint: server.url });
  expect(server.received()).toBe('');
  expect(await send()).toMatchObject({ kind: 'lost', code: 'Unknown.UnexpectedAnswer' });
  await expect.poll(() => server.open()).toBe(0);
});

test('`identity` as content encoding is no encoding', async () => {
  const headers = { 'Content-Encoding': 'Identity' };
  const server = await serve({ onRequest: (socket) => socket.write(answer(okBody(), '200 OK', headers)) });
  expect(await clientOf({ endpoint: server.url })()).toMatchObject({ kind: 'answered' });
});
