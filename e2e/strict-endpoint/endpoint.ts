import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { checkBindBody } from '#e2e/strict-endpoint/bind-body.ts';
import { type RawRequest, takeRawRequest } from '#e2e/strict-endpoint/raw-request.ts';
import { one, Refusal, type Secret, verifySignature } from '#e2e/strict-endpoint/signature.ts';

/** What came, and what was made of it: `ok` or the code of the refusal. */
type Judged = RawRequest & { verdict: string };

export type StrictEndpoint = { origin: string; judged: Judged[]; close(): Promise<void> };

/**
 * The provider's endpoint as its documentation describes it, on bare sockets: written apart from the console and
 * from its simulator, so that a shared misreading of the documentation would show.
 */
export async function startStrictEndpoint(secret: Secret): Promise<StrictEndpoint> {
  const judged: Judged[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (let taken = takeRawRequest(received); taken !== null; taken = takeRawRequest(received)) {
        received = taken.rest;
        const verdict = judge(taken.request, secret, `127.0.0.1:${socket.localPort}`);
        judged.push({ ...taken.request, verdict: verdict?.code ?? 'ok' });
        socket.write(answerTo(verdict));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The endpoint has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    judged,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function judge(request: RawRequest, secret: Secret, host: string): Refusal | null {
  try {
    if (request.method !== 'POST' || request.target !== '/')
      throw new Refusal('UnsupportedProtocol', 'Not POST /.');
    if (one(request, 'host') !== host) throw new Refusal('InvalidRequest', 'Another host.');
    if (!/^application\/json(; charset=utf-8)?$/.test(one(request, 'content-type')))
      throw new Refusal('InvalidRequest', 'Another Content-Type.');
    if (request.headers.some(([name]) => name === 'x-tc-region'))
      throw new Refusal('UnsupportedRegion', 'This action takes no region.');
    verifySignature(request, secret, Math.floor(Date.now() / 1000));
    if (one(request, 'x-tc-version') !== '2020-02-10') throw new Refusal('NoSuchVersion', 'Another version.');
    if (one(request, 'x-tc-action') !== 'BindNumberCallInInterface')
      throw new Refusal('InvalidAction', 'Another action.');
    checkBindBody(request.body);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error : new Refusal('InvalidParameter', String(error));
  }
}

function answerTo(refusal: Refusal | null): string {
  const error = refusal ? { Error: { Code: refusal.code, Message: refusal.message } } : {};
  const body = JSON.stringify({ Response: { ...error, RequestId: randomUUID() } });
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
