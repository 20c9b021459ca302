import type { IncomingMessage, ServerResponse } from 'node:http';
import { now } from '#lib/clock.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { largestBody } from '#lib/server/origin-check.ts';

/** Bytes of a body that are read of somebody who is not signed in. What they send, a link's token and a password, is under 1 kB. */
export const signedOutBodyLimit = 65_536;

/**
 * How long a refused connection stays open without being read, in ms. The sender gets to read the answer: closing at once
 * resets the connection, and with it an answer that a proxy or a browser has not read yet.
 */
const lingerMs = 500;

type Facts = {
  headers: IncomingMessage['headers'];
  /** It goes to the page that starts a batch. */
  forBatch: boolean;
};

/**
 * Why the body of a request is not read, judged by its headers before a byte of it is; null where it is read. Small bodies ask
 * nothing. A body without a length (chunked) may be of any size, and no client of ours sends one. Node itself holds a body
 * to the length that was stated, and answers 400 where a request states two.
 */
export async function findBodyRefusal(
  { headers, forBatch }: Facts,
  isSignedIn: () => Promise<boolean>,
): Promise<BodyRefusal | null> {
  const isChunked = headers['transfer-encoding'] !== undefined;
  const length = Number(headers['content-length'] ?? 0);
  if (!isChunked && length <= signedOutBodyLimit) return null;
  if (length > largestBody(forBatch)) return 'too_large';
  if (!(await isSignedIn())) return 'signed_out';
  return isChunked ? 'no_length' : null;
}

const refusals = {
  signed_out: {
    status: '401 Unauthorized',
    cause: problem('signed_out'),
    sentence: `Sign in first: a body over ${signedOutBodyLimit / 1024} kB, or one without a Content-Length, is read of signed-in people alone.`,
  },
  too_large: {
    status: '413 Payload Too Large',
    cause: problem('request_too_large'),
    sentence: 'The body is larger than this address takes. Nothing of it was read.',
  },
  no_length: {
    status: '411 Length Required',
    cause: problem('invalid_input'),
    sentence: 'Send a Content-Length: a body in chunks is not read.',
  },
} as const satisfies Record<string, { status: string; cause: Problem; sentence: string }>;

export type BodyRefusal = keyof typeof refusals;

/**
 * Answers a request whose body is not going to be read, and closes its connection. Written past `response.end()`, which
 * would first read what is left of the body. `text/plain`: Next's client hands its page the text of such an answer.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse, reason: BodyRefusal): void {
  const { socket } = request;
  const { status, cause, sentence } = refusals[reason];
  const body = Buffer.from(JSON.stringify({ problem: cause, message: sentence }));
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('content-length', body.length);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('date', now().toUTCString());
  response.setHeader('connection', 'close');
  const lines = Object.entries(response.getHeaders()).map(([name, value]) => `${name}: ${value}`);
  // Another answer is still under way on this connection: nothing may come before it.
  if (response.socket === null) return void socket.destroy();
  socket.write(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`);
  if (request.method !== 'HEAD') socket.write(body);
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
