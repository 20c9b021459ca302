/** One HTTP/1.1 request as it came over the socket. */
export type RawRequest = {
  /** Every byte from the first of the request line to the last of the body. */
  bytes: Buffer;
  method: string;
  target: string;
  /** In order, names in lower case. */
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer;
};

const headEnd = Buffer.from('\r\n\r\n');

/** The first whole request in what a socket has received so far, and what follows it; null while it is incomplete. */
export function takeRawRequest(received: Buffer): { request: RawRequest; rest: Buffer } | null {
  const end = received.indexOf(headEnd);
  if (end === -1) return null;
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const length = Number(headers.find(([name]) => name === 'content-length')?.[1] ?? Number.NaN);
  if (!Number.isInteger(length)) throw new Error('A request without Content-Length.');
  const bodyStart = end + headEnd.length;
  if (received.length < bodyStart + length) return null;
  const bytes = Buffer.from(received.subarray(0, bodyStart + length));
  return {
    request: { bytes, method, target, headers, body: bytes.subarray(bodyStart) },
    rest: received.subarray(bodyStart + length),
  };
}
