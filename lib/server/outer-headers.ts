import type { IncomingMessage, ServerResponse } from 'node:http';
import { backgroundHeader } from '#lib/domain/background-read.ts';
import type { Environment } from '#lib/server/environment.ts';
import { ownOrigins } from '#lib/server/origin-check.ts';
import { peerAddress, peerHeader, readProxySign } from '#lib/server/peer.ts';
import { noteProxySign } from '#lib/server/proxy-sign.ts';
import { baseSecurityHeaders, scriptFilePolicy, strictTransport } from '#lib/server/security-headers.ts';

/** Headers that steer Next or our own code and that nobody outside may set. */
const insideHeaders = [
  peerHeader,
  'content-security-policy',
  'content-security-policy-report-only',
  'forwarded',
  'x-middleware-subrequest',
  'x-nonce',
];

/**
 * What the outermost layer does to every request before Next sees it: the peer's true address goes in, headers
 * that only insiders may set come out, and the console is reached under its configured origin whatever the
 * request claims.
 */
export function sanitizeRequest(request: IncomingMessage, environment: Environment): void {
  const { headers } = request;
  const asking = {
    socketAddress: request.socket.remoteAddress,
    forwardedFor: [headers['x-forwarded-for']].flat().join(','),
    trustedProxyHops: environment.trustedProxyHops,
  };
  const peer = peerAddress(asking);
  // A browser carries the cookies of this console only where a person uses it: not a health check past the proxy.
  if (headers.cookie !== undefined) noteProxySign(readProxySign(asking));
  for (const name of insideHeaders) delete headers[name];
  const origin = new URL(environment.appOrigin);
  headers[peerHeader] = peer;
  if (isPrefetch(headers)) headers[backgroundHeader] = '1';
  // Next would send an action that this page does not hold on to itself over the network, where it arrives from
  // our own address and past the throttle. Taken for forwarded already, it is answered "not found" here.
  headers['x-action-forwarded'] = '1';
  headers['x-forwarded-for'] = peer;
  headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  // Next compares Origin with this, and calls itself under it to hand an action to another page: a host that is
  // not ours would be called. The default loopback origin has several spellings.
  const own = ownOrigins(environment).map((each) => new URL(each).host);
  headers['x-forwarded-host'] = own.find((host) => host === headers.host) ?? origin.host;
}

/** A page fetches what its links lead to without being asked; Next hides from our code that it did. */
const isPrefetch = (headers: IncomingMessage['headers']): boolean =>
  headers['next-router-prefetch'] !== undefined ||
  headers['next-router-segment-prefetch'] !== undefined ||
  /prefetch/.test([headers.purpose, headers['sec-purpose']].flat().join(' '));

/** Next answers 500 to a path whose percent-encoding can not be read. */
export function isReadableTarget(target: string): boolean {
  try {
    decodeURIComponent(target.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

const isScriptFile = /^\/_next\/static\/[\w./~-]+\.js(\?|$)/;

/** Headers of every response, also of those that Next makes before or without proxy.ts. */
export function addSecurityHeaders(response: ServerResponse, environment: Environment): void {
  for (const [name, value] of Object.entries(baseSecurityHeaders)) response.setHeader(name, value);
  if (isScriptFile.test(response.req.url ?? ''))
    response.setHeader('content-security-policy', scriptFilePolicy);
  if (environment.appOrigin.startsWith('https:')) {
    for (const [name, value] of Object.entries(strictTransport)) response.setHeader(name, value);
  }
}
