import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const megabyte = 1024 * 1024;

/** A body without a length: so many megabytes in chunks, no faster than the client reads. */
export async function streamGiant(response: ServerResponse, megabytes: number): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  await pour(response, { piece: Buffer.alloc(megabyte, ' '), times: megabytes });
}

/** The same as gzip: one compressed piece of 10 MiB repeated, since members of a gzip stream may follow each other. */
export async function streamBomb(response: ServerResponse, megabytes: number): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
  await pour(response, {
    piece: gzipSync(Buffer.alloc(10 * megabyte, ' ')),
    times: Math.ceil(megabytes / 10),
  });
}

async function pour(
  response: ServerResponse,
  { piece, times }: { piece: Buffer; times: number },
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  for (let sent = 0; sent < times && !response.destroyed; sent += 1) {
    if (response.write(piece)) continue;
    await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  response.end();
}
