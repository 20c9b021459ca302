import { type IncomingHttpHeaders, request } from 'node:http';

type Question = {
  method?: string;
  /** Sent as it stands: nothing is encoded, joined or repaired. */
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** The loopback address to call from: all of 127/8 is ours. */
  from?: string;
};

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** Longer than the console's own longest wait, for a machine that does other things too. */
const patienceMs = 120_000;

/** One request as an attacker would write it: no browser in between that could be kind. */
export function ask(origin: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', path = '/', headers = {}, body, from } = question;
  const { host, port } = new URL(origin);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { host, ...length, ...headers },
    timeout: patienceMs,
    ...(from === undefined ? {} : { localAddress: from }),
  });
  sent.on('timeout', () =>
    sent.destroy(new Error(`${method} ${path} was not answered within ${patienceMs} ms`)),
  );
  sent.on('error', reject);
  sent.on('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
    });
  });
  sent.end(body);
  return promise;
}
