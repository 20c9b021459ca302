/** Raw servers for tests of faults on the wire, where an HTTP library would be too well behaved. */
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import tls from 'node:tls';

export type RawServer = {
  port: number;
  url: URL;
  /** Bytes received on all connections, in order of arrival. */
  received(): string;
  /** Connections accepted so far (after the handshake, for TLS). */
  connections(): number;
  /** Connections open now. */
  open(): number;
  close(): Promise<void>;
};

export type RawOptions = {
  /** Called with each whole request (head and Content-Length body) on a connection. */
  onRequest?: (socket: Socket, request: string) => void;
  onConnection?: (socket: Socket) => void;
  /** Makes it a TLS server. */
  identity?: { key: string; cert: string };
};

/** Head and body of one request as text, or null while it is incomplete. */
function takeRequest(buffered: string): { request: string; rest: string } | null {
  const headEnd = buffered.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const length = Number(/^content-length: (\d+)$/im.exec(buffered.slice(0, headEnd))?.[1] ?? 0);
  const end = headEnd + 4 + length;
  return buffered.length < end ? null : { request: buffered.slice(0, end), rest: buffered.slice(end) };
}

export async function startRawServer(options: RawOptions): Promise<RawServer> {
  let received = '';
  let connections = 0;
  const open = new Set<Socket>();
  const serve = (socket: Socket) => {
    connections += 1;
    open.add(socket);
    let buffered = '';
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      // latin1 keeps one character a byte, so that Content-Length can be compared with string lengths.
      const text = chunk.toString('latin1');
      received += text;
      buffered += text;
      for (let next = takeRequest(buffered); next !== null; next = takeRequest(buffered)) {
        buffered = next.rest;
        options.onRequest?.(socket, next.request);
      }
    });
    options.onConnection?.(socket);
  };
  const server = options.identity ? tls.createServer(options.identity, serve) : net.createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: new URL(`${options.identity ? 'https' : 'http'}://127.0.0.1:${port}`),
    received: () => received,
    connections: () => connections,
    open: () => open.size,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export const okBody = (requestId = 'request-1'): string => `{"Response":{"RequestId":"${requestId}"}}`;

export const errorBody = (code: string, message = 'said the server'): string =>
  JSON.stringify({ Response: { Error: { Code: code, Message: message }, RequestId: 'request-1' } });

/** A whole HTTP answer; `headers` come after, and may contradict, nothing: only Content-Length is set here. */
export function answer(
  body: string | Buffer,
  status = '200 OK',
  headers: Record<string, string> = {},
): Buffer {
  const bytes = Buffer.from(body);
  const all = { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), bytes]);
}
