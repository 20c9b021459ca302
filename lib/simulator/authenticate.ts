import { type Refusal, refuse } from '#lib/simulator/envelope.ts';
import { parseAuthorization, signatureHolds } from '#lib/simulator/signature.ts';
import { headerValues, onlyHeader, type WireRequest } from '#lib/simulator/wire-request.ts';

export type Identity = { secretId: string; secretKey: string; token: string | null };

/** Seconds a timestamp may be away from the server's clock; source: common parameters of the CCC API. */
const toleranceSeconds = 300;
const required = ['content-type', 'host', 'x-tc-action', 'x-tc-version', 'x-tc-timestamp', 'authorization'];

/**
 * Says why a request is not to be trusted, or undefined when it is. Fails closed: whatever is absent, doubled or not
 * exactly of the documented form is refused.
 *
 * @param serverSeconds the simulated server's clock, in UNIX seconds
 * @param ownHosts the Host values this server answers to, with port as on the wire
 */
export function authenticate(
  request: WireRequest,
  { identity, serverSeconds, ownHosts }: { identity: Identity; serverSeconds: number; ownHosts: string[] },
): Refusal | undefined {
  return (
    checkShape(request, ownHosts) ??
    checkTime(request, serverSeconds) ??
    checkToken(request, identity.token) ??
    checkSignature(request, identity)
  );
}

function checkShape(request: WireRequest, ownHosts: string[]): Refusal | undefined {
  if (request.method !== 'POST') return refuse('UnsupportedProtocol', 'Only POST is supported.');
  if (request.target !== '/') return refuse('InvalidRequest', 'The path must be / without a query.');
  for (const name of required) {
    const count = headerValues(request, name).length;
    if (count === 0 && name === 'authorization') {
      return refuse('AuthFailure.InvalidAuthorization', 'The Authorization header is missing.');
    }
    if (count === 0) return refuse('MissingParameter', `The header ${name} is missing.`);
    if (count > 1) return refuse('InvalidRequest', `The header ${name} was sent ${count} times.`);
  }
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(onlyHeader(request, 'content-type') ?? '')) {
    return refuse('InvalidRequest', 'Content-Type must be application/json.');
  }
  if (!isOwnHost(onlyHeader(request, 'host') ?? '', ownHosts)) {
    return refuse('NoSuchProduct', 'This host does not serve the requested product.');
  }
  return undefined;
}

/** Tencent's own names too: an SDK signs the name it was told, and a test may route that name to loopback. */
const isOwnHost = (host: string, ownHosts: string[]): boolean =>
  ownHosts.includes(host) || /^ccc(\.[a-z0-9-]+){0,2}\.tencentcloudapi\.com$/.test(host);

function checkTime(request: WireRequest, serverSeconds: number): Refusal | undefined {
  const timestamp = onlyHeader(request, 'x-tc-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(timestamp))
    return refuse('InvalidParameterValue', 'X-TC-Timestamp is not a number.');
  if (Math.abs(Number(timestamp) - serverSeconds) > toleranceSeconds) {
    return refuse('AuthFailure.SignatureExpire', 'Signature expired: the timestamp is over 5 minutes off.');
  }
  return undefined;
}

function checkToken(request: WireRequest, token: string | null): Refusal | undefined {
  const sent = headerValues(request, 'x-tc-token');
  const holds = token === null ? sent.length === 0 : sent.length === 1 && sent[0] === token;
  return holds
    ? undefined
    : refuse('AuthFailure.TokenFailure', 'The token is wrong, missing or not expected.');
}

function checkSignature(request: WireRequest, identity: Identity): Refusal | undefined {
  const claimed = parseAuthorization(onlyHeader(request, 'authorization') ?? '');
  if (!claimed) return refuse('AuthFailure.InvalidAuthorization', 'The Authorization header is malformed.');
  if (!claimed.signedNames.includes('content-type') || !claimed.signedNames.includes('host')) {
    return refuse('AuthFailure.InvalidAuthorization', 'SignedHeaders must contain content-type and host.');
  }
  if (claimed.service !== 'ccc') {
    return refuse('AuthFailure.InvalidAuthorization', 'The credential scope names another service.');
  }
  if (claimed.secretId !== identity.secretId) {
    return refuse('AuthFailure.SecretIdNotFound', 'The SecretId is not found.');
  }
  const seconds = Number(onlyHeader(request, 'x-tc-timestamp'));
  const day = new Date(seconds * 1000).toISOString().slice(0, 10);
  if (claimed.date !== day || !signatureHolds(request, claimed, identity.secretKey)) {
    return refuse('AuthFailure.SignatureFailure', 'The provided credentials could not be validated.');
  }
  return undefined;
}
