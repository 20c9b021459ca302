import type { IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Endpoint } from '#lib/simulator/endpoint.ts';
import { programSchema } from '#lib/simulator/fault.ts';
import { listingSchema } from '#lib/simulator/listing.ts';
import { malformedAnswers } from '#lib/simulator/malformed-answers.ts';
import { readCounters, readWorld, spendQuota } from '#lib/simulator/state.ts';

type Route = (input: { body: unknown; query: URLSearchParams }) => unknown;

/** The control port: HTTP and JSON, for tests and scripts on the same machine. */
export function createControlHandler(
  endpoint: Endpoint,
  sockets: { connections: () => number },
): RequestListener {
  const routes: Record<string, Route> = {
    'GET /log': ({ query }) =>
      endpoint.log.since(
        z.coerce
          .number()
          .default(0)
          .parse(query.get('since') ?? undefined),
      ),
    'GET /world': () => readWorld(endpoint),
    'GET /counters': () => readCounters(endpoint, sockets.connections()),
    'GET /malformed': () =>
      malformedAnswers.map(({ name, raw }) => ({ name, rawBase64: raw.toString('base64') })),
    'GET /faults': () => endpoint.faults.list(),
    'POST /faults': ({ body }) => ({ id: endpoint.faults.add(programSchema.parse(body)) }),
    'DELETE /faults': () => endpoint.faults.clear(),
    'POST /release': ({ body }) => {
      const { count } = z.strictObject({ count: z.number().int().min(1).optional() }).parse(body);
      return { released: endpoint.pen.release(count) };
    },
    'POST /clock': ({ body }) =>
      endpoint.clock.setSkew(z.strictObject({ skewMs: z.number() }).parse(body).skewMs),
    'POST /spend': ({ body }) =>
      spendQuota(
        endpoint,
        z.strictObject({ requests: z.number().int().min(1).max(10_000) }).parse(body).requests,
      ),
    'POST /listing': ({ body }) => endpoint.world.setListing(listingSchema.parse(body)),
    'POST /reset': () => endpoint.reset(),
  };

  return async (request, response) => {
    const { status, body } = await reply(routes, request);
    const answer = JSON.stringify(body ?? {});
    response.writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(answer),
    });
    response.end(answer);
  };
}

async function reply(
  routes: Record<string, Route>,
  request: IncomingMessage,
): Promise<{ status: number; body: unknown }> {
  // A page in a browser, or a name rebound to loopback, must not steer the simulator.
  if (request.headers.origin !== undefined || !/^127\.0\.0\.1:\d+$/.test(request.headers.host ?? '')) {
    return { status: 403, body: { error: 'The control port answers local programs only.' } };
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control.invalid');
  const name = `${request.method} ${pathname}`;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (!route) return { status: 404, body: { error: `No such control: ${name}` } };
  try {
    const body = request.method === 'POST' ? JSON.parse((await text(request)) || '{}') : undefined;
    return { status: 200, body: route({ body, query: searchParams }) };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : 'Bad request' } };
  }
}
