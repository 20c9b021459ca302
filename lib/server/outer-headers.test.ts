import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { sanitizeRequest } from '#lib/server/outer-headers.ts';

const { environment } = parseEnvironment({});
let seen: IncomingHttpHeaders = {};
const server = createServer((incoming, response) => {
  sanitizeRequest(incoming, environment);
  seen = incoming.headers;
  response.end();
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

/** What the rest of the console sees of a request with these headers. */
async function seenWith(headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  const { port } = server.address() as AddressInfo;
  const [response] = await once(request({ port, headers, host: '127.0.0.1' }).end(), 'response');
  response.resume();
  await once(response, 'end');
  return seen;
}

test.each([
  { 'next-router-prefetch': '1' },
  { 'next-router-segment-prefetch': '/_tree' },
  { purpose: 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
])('what a page fetches ahead is marked as nobody’s use: %j', async (headers) => {
  expect((await seenWith(headers))['x-patchboard-background']).toBe('1');
});

test('what a person asks for is not marked, and a page’s own mark stays', async () => {
  expect((await seenWith({ rsc: '1' }))['x-patchboard-background']).toBeUndefined();
  expect((await seenWith({ 'x-patchboard-background': '1' }))['x-patchboard-background']).toBe('1');
});
