import { createHash, createHmac } from 'node:crypto';

/**
 * TC3-HMAC-SHA256 as a ladder of pure steps, each of which can be checked against a published vector.
 * Source: Tencent Cloud API 3.0, "Signature v3". Clock, host and keys are passed in; nothing is read from around.
 */
const algorithm = 'TC3-HMAC-SHA256';

/**
 * How long after it was given up a request may still arrive and be applied, in ms: the provider takes a signature for five
 * minutes. Two seconds more, because a signature names only its second and clocks are compared to about one.
 */
export const lateArrivalMs = 302_000;

type CanonicalInput = {
  method: string;
  /** Path and query as on the wire; the query is empty for POST. */
  path: string;
  query: string;
  /** Every header the request carries; only the signed ones are read. */
  headers: Readonly<Record<string, string>>;
  signedHeaderNames: readonly string[];
  /** The exact bytes that will be sent: JSON text is not canonical, so it is never written twice. */
  body: Buffer;
};

export const sha256Hex = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

const hmac = (key: Buffer | string, data: string): Buffer => createHmac('sha256', key).update(data).digest();

const sortedNames = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase()).sort();

/** First rung. Throws when a header that shall be signed is not sent. */
export function canonicalRequest(input: CanonicalInput): string {
  const names = sortedNames(input.signedHeaderNames);
  const sent = new Map(Object.entries(input.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const lines = names.map((name) => {
    const value = sent.get(name);
    if (value === undefined) throw new RangeError(`header ${name} is signed but not sent`);
    return `${name}:${value.trim().toLowerCase()}\n`;
  });
  return [input.method, input.path, input.query, lines.join(''), names.join(';'), sha256Hex(input.body)].join(
    '\n',
  );
}

/** The UTC day of a UNIX time in seconds, whatever the zone of this machine: `2019-02-25`. */
const utcDay = (timestamp: number): string => new Date(timestamp * 1000).toISOString().slice(0, 10);

export const credentialScope = (timestamp: number, service: string): string =>
  `${utcDay(timestamp)}/${service}/tc3_request`;

/** Second rung. `timestamp` is UNIX seconds, the same as in X-TC-Timestamp. */
export const stringToSign = (timestamp: number, service: string, canonical: string): string =>
  [algorithm, timestamp, credentialScope(timestamp, service), sha256Hex(canonical)].join('\n');

/** The key of one day and one service. Cheap enough (well under 0.1 ms) not to be kept. */
export function signingKey(secretKey: string, timestamp: number, service: string): Buffer {
  const dayKey = hmac(`TC3${secretKey}`, utcDay(timestamp));
  return hmac(hmac(dayKey, service), 'tc3_request');
}

type SignOptions = CanonicalInput & {
  timestamp: number;
  service: string;
  secretId: string;
  secretKey: string;
};

/** Top rung: the value of the Authorization header. */
export function authorization(options: SignOptions): string {
  const { timestamp, service, secretId, secretKey, signedHeaderNames } = options;
  const toSign = stringToSign(timestamp, service, canonicalRequest(options));
  const signature = hmac(signingKey(secretKey, timestamp, service), toSign).toString('hex');
  const credential = `${secretId}/${credentialScope(timestamp, service)}`;
  const names = sortedNames(signedHeaderNames).join(';');
  return `${algorithm} Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
}
