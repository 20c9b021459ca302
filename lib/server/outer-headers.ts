import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '#lib/server/environment.ts';
import { peerAddress, peerHeader } from '#lib/server/peer.ts';
import { baseSecurityHeaders, strictTransport } from '#lib/server/security-headers.ts';

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
export function cleanRequest(request: IncomingMessage, environment: Environment): void {
  const { headers } = request;
  const peer = peerAddress({
    socketAddress: request.socket.remoteAddress,
    forwardedFor: [headers['x-forwarded-for']].flat().join(','),
    trustedProxyHops: environment.trustedProxyHops,
  });
  for (const name of insideHeaders) delete headers[name];
  const origin = new URL(environment.appOrigin);
  headers[peerHeader] = peer;
  headers['x-forwarded-for'] = peer;
  headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  // Next compares Origin with this; the default loopback origin has several spellings, all judged by proxy.ts.
  headers['x-forwarded-host'] = environment.appOriginIsDefault ? (headers.host ?? origin.host) : origin.host;
}

/** Headers of every response, also of those that Next makes before or without proxy.ts. */
export function dressResponse(response: ServerResponse, environment: Environment): void {
  for (const [name, value] of Object.entries(baseSecurityHeaders)) response.setHeader(name, value);
  if (environment.appOrigin.startsWith('https:')) {
    for (const [name, value] of Object.entries(strictTransport)) response.setHeader(name, value);
  }
}
