import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { monotonicMs } from '#lib/clock.ts';
import type { NotSentCode, UnknownCode } from '#lib/domain/provider-codes.ts';
import type { Exchange } from '#lib/tencent/exchange.ts';
import { lostCode, notSentCode } from '#lib/tencent/network-errors.ts';

/** Real answers have about 100 bytes; more than this is no answer. */
const answerCapBytes = 64 * 1024;

/** Below the 5 s after which common servers drop an idle connection, so that we rarely write into a dying one. */
const idleMs = 4_000;

export type ClientOptions = {
  endpoint: URL;
  /** The HTTP proxy to tunnel through, for https endpoints only. */
  proxy?: URL | null;
  /** Certificates to trust instead of the system's, for tests against a local TLS server. */
  ca?: string;
};

/** Hears how far the body has been handed to the operating system, for campaigns that end the process there. */
export type WireWatcher = (place: 'mid-write' | 'request-sent') => void;

export type SendLimits = {
  /** Covers everything from the name look-up to the last byte. */
  deadlineMs: number;
  /** No first byte leaves after this moment of the process's own clock, in ms: a process may stand still and go on. */
  notAfterMs?: number;
  /** Called as the first byte leaves. */
  onFirstByte?: (() => void) | undefined;
};

type ExchangeRequest = SendLimits & {
  headers: Record<string, string>;
  body: Buffer;
  watch?: WireWatcher;
};

export type Client = {
  /** POSTs the bytes once and never rejects. */
  exchange(request: ExchangeRequest): Promise<Exchange>;
  /** Closes idle connections. */
  close(): void;
};

/** An agent that can give up a tunnel which the proxy never opens; the package itself would wait on. */
class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #opening = new WeakMap<http.ClientRequest, AbortController>();

  override async connect(...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>) {
    const controller = new AbortController();
    this.#opening.set(request, controller);
    this.connectOpts = { ...this.connectOpts, signal: controller.signal };
    const socket = await super.connect(request, options);
    this.#opening.delete(request);
    return socket;
  }

  abandon(request: http.ClientRequest): void {
    this.#opening.get(request)?.abort();
  }
}

function createAgent({ endpoint, proxy }: ClientOptions) {
  const options = { keepAlive: true, timeout: idleMs, maxFreeSockets: 8 };
  if (endpoint.protocol === 'http:') return new http.Agent(options);
  return proxy ? new TunnelAgent(proxy, { ...options, rejectUnauthorized: true }) : new https.Agent(options);
}

/** Calls `ready` once the socket is connected and, for TLS, the peer's certificate was accepted. */
function whenConnected(socket: Socket, reused: boolean, ready: () => void): void {
  if (reused) ready();
  else if (socket instanceof TLSSocket) socket.once('secureConnect', ready);
  else if (socket.connecting) socket.once('connect', ready);
  else ready();
}

/** Sends the body in one piece; only under a watcher in two halves, so that there is a middle to be in. */
function write(request: http.ClientRequest, body: Buffer, watch: WireWatcher | undefined): void {
  if (!watch) return void request.end(body);
  const middle = Math.floor(body.length / 2);
  request.write(body.subarray(0, middle), () => {
    watch('mid-write');
    request.end(body.subarray(middle), () => watch('request-sent'));
  });
}

/** A client of one endpoint, with its own pool of kept connections. */
export function createClient(options: ClientOptions): Client {
  const { endpoint } = options;
  const secure = endpoint.protocol === 'https:';
  const agent = createAgent(options);
  // NODE_TLS_REJECT_UNAUTHORIZED=0 must not switch verification off, hence the explicit true.
  const tls = secure
    ? { rejectUnauthorized: true, ...(options.ca === undefined ? {} : { ca: options.ca }) }
    : {};
  const open = secure ? https.request : http.request;

  const exchange: Client['exchange'] = ({
    headers,
    body,
    deadlineMs,
    notAfterMs = Number.POSITIVE_INFINITY,
    onFirstByte,
    watch,
  }) =>
    new Promise((resolve) => {
      const startedMs = monotonicMs();
      let mayHaveLeft = false;
      let tunnelled = !(secure && options.proxy);
      let httpStatus: number | null = null;
      let date: string | null = null;
      let request: http.ClientRequest | null = null;

      const settle = (result: Exchange) => {
        clearTimeout(timer);
        if (result.kind !== 'answered' && request !== null) {
          request.destroy();
          if (agent instanceof TunnelAgent) agent.abandon(request);
        }
        resolve(result);
      };
      const end = (unsent: NotSentCode, lost: UnknownCode) =>
        settle(
          mayHaveLeft ? { kind: 'lost', code: lost, httpStatus, date } : { kind: 'not_sent', code: unsent },
        );
      const fail = (error: unknown) => {
        const unsent = notSentCode(error);
        const atProxy = !tunnelled && unsent !== 'NotSent.CertificateInvalid';
        end(atProxy ? 'NotSent.ProxyUnreachable' : unsent, lostCode(error));
      };
      const timer = setTimeout(() => end('NotSent.ConnectTimeout', 'Unknown.Timeout'), deadlineMs);

      const read = (response: http.IncomingMessage) => {
        httpStatus = response.statusCode ?? 0;
        date = response.headers.date ?? null;
        const encoding = response.headers['content-encoding'] ?? 'identity';
        if (httpStatus >= 300 && httpStatus < 400) return end('NotSent.Unreachable', 'Unknown.Redirect');
        if (encoding.trim().toLowerCase() !== 'identity') {
          return end('NotSent.Unreachable', 'Unknown.UnexpectedAnswer');
        }
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > answerCapBytes) end('NotSent.Unreachable', 'Unknown.AnswerTooLarge');
          else chunks.push(chunk);
        });
        response.on('error', fail);
        response.on('end', () => {
          if (!response.complete || httpStatus === null) return fail(null);
          const contentType = response.headers['content-type'] ?? null;
          settle({ kind: 'answered', httpStatus, date, contentType, body: Buffer.concat(chunks) });
        });
      };

      const start = (socket: Socket, sent: http.ClientRequest) => {
        const proxyAnswered = secure && !(socket instanceof TLSSocket);
        if (proxyAnswered) return end('NotSent.ProxyRefused', 'Unknown.ConnectionReset');
        whenConnected(socket, sent.reusedSocket, () => {
          if (sent.destroyed) return;
          // Connected while the process stood still: the timer is due, but this comes first.
          if (monotonicMs() >= Math.min(startedMs + deadlineMs, notAfterMs))
            return end('NotSent.ConnectTimeout', 'Unknown.Timeout');
          mayHaveLeft = true;
          onFirstByte?.();
          sent.on('response', read);
          write(sent, body, watch);
        });
      };

      try {
        const sent = open(endpoint, { ...tls, method: 'POST', agent, headers });
        request = sent;
        sent.on('error', fail);
        sent.on('close', () => fail(null));
        sent.on('proxyConnect', () => {
          tunnelled = true;
        });
        sent.on('socket', (socket) => start(socket, sent));
      } catch (error) {
        fail(error);
      }
    });

  return { exchange, close: () => agent.destroy() };
}
