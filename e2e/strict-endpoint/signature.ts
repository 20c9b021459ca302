import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { RawRequest } from '#e2e/strict-endpoint/raw-request.ts';

export type Secret = { secretId: string; secretKey: string; token: string | null };

/** A reason to turn a request away, under the provider's code where its documentation names one. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The one value of a header; a header that is missing or comes twice is refused. */
export function one({ headers }: RawRequest, name: string): string {
  const values = headers.filter(([sent]) => sent === name).map(([, value]) => value);
  if (values.length !== 1) throw new Refusal('MissingParameter', `${name} came ${values.length} times.`);
  return values[0] ?? '';
}

const form =
  /^TC3-HMAC-SHA256 Credential=([^/\s,]+)\/(\d{4}-\d\d-\d\d)\/([a-z]+)\/tc3_request, SignedHeaders=([a-z0-9-]+(?:;[a-z0-9-]+)*), Signature=([0-9a-f]{64})$/;

const hash = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const keyed = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * Verifies "Signature v3" of the provider's documentation from the bytes as they came: at most 300 s old, for the
 * service ccc and the UTC day of its own timestamp, over at least content-type and host.
 */
export function verifySignature(request: RawRequest, secret: Secret, nowSeconds: number): void {
  const match = form.exec(one(request, 'authorization'));
  if (!match) throw new Refusal('AuthFailure.InvalidAuthorization', 'Authorization has another form.');
  const [, id = '', day = '', service = '', list = '', signature = ''] = match;
  if (id !== secret.secretId) throw new Refusal('AuthFailure.SecretIdNotFound', 'Another SecretId.');
  checkToken(request, secret.token);

  const stamp = one(request, 'x-tc-timestamp');
  if (!/^[1-9]\d{9}$/.test(stamp) || Math.abs(Number(stamp) - nowSeconds) > 300)
    throw new Refusal('AuthFailure.SignatureExpire', 'More than five minutes away.');
  if (day !== new Date(Number(stamp) * 1000).toISOString().slice(0, 10) || service !== 'ccc')
    throw new Refusal('AuthFailure.SignatureFailure', 'Another day or service in the scope.');

  const names = list.split(';');
  if ([...names].sort().join(';') !== list || !['content-type', 'host'].every((name) => names.includes(name)))
    throw new Refusal('AuthFailure.SignatureFailure', 'Signed headers out of order or missing.');
  const lines = names.map((name) => `${name}:${one(request, name).toLowerCase()}\n`).join('');
  const canonical = [request.method, '/', '', lines, list, hash(request.body)].join('\n');
  const text = `TC3-HMAC-SHA256\n${stamp}\n${day}/ccc/tc3_request\n${hash(canonical)}`;
  const key = keyed(keyed(keyed(`TC3${secret.secretKey}`, day), 'ccc'), 'tc3_request');
  if (!timingSafeEqual(keyed(key, text), Buffer.from(signature, 'hex')))
    throw new Refusal('AuthFailure.SignatureFailure', 'The signature does not fit the bytes.');
}

function checkToken(request: RawRequest, token: string | null): void {
  const carried = request.headers.some(([name]) => name === 'x-tc-token');
  if (token === null ? carried : !carried || one(request, 'x-tc-token') !== token)
    throw new Refusal('AuthFailure.TokenFailure', 'Another token, or none.');
}
