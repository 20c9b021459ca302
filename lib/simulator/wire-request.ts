import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** One request as it came over the wire; header names and values are untouched and in order. */
export type WireRequest = {
  method: string;
  target: string;
  httpVersion: string;
  rawHeaders: readonly string[];
  body: Buffer;
};

/** Tencent's limit for a POST signed with TC3; source: its "Request Structure" page. */
const bodyLimitBytes = 10 * 1024 * 1024;

/** Reads the whole body. `complete` is false when the client left before the end or sent too much. */
export async function readRequest(
  message: IncomingMessage,
): Promise<{ request: WireRequest; complete: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let complete = true;
  try {
    for await (const chunk of message) {
      size += chunk.length;
      if (size > bodyLimitBytes) throw new RangeError('body too large');
      chunks.push(chunk);
    }
  } catch {
    complete = false;
  }
  const { method = '', url = '', httpVersion, rawHeaders } = message;
  return {
    request: { method, target: url, httpVersion, rawHeaders, body: Buffer.concat(chunks) },
    complete: complete && message.complete,
  };
}

/** All values of a header, in order: a header sent twice must be visible to whoever verifies it. */
export function headerValues(request: WireRequest, name: string): string[] {
  return request.rawHeaders.filter(
    (_, index) => index % 2 === 1 && request.rawHeaders[index - 1]?.toLowerCase() === name,
  );
}

/** The value of a header that was sent exactly once. */
export function onlyHeader(request: WireRequest, name: string): string | undefined {
  const values = headerValues(request, name);
  return values.length === 1 ? values[0] : undefined;
}

export const sha256Hex = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
