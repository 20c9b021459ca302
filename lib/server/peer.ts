/** The header in which server.ts hands the peer's address to the rest; inbound values are thrown away. */
export const peerHeader = 'x-patchboard-peer';

/**
 * The address of whoever is asking. With no trusted proxy it is the socket's; with n trusted proxies in front it
 * is the n-th X-Forwarded-For entry from the right, since only those were written by proxies we trust.
 */
export function peerAddress(options: {
  socketAddress: string | undefined;
  forwardedFor: string | undefined;
  trustedProxyHops: number;
}): string {
  const direct = options.socketAddress ?? 'unknown';
  if (options.trustedProxyHops === 0) return direct;
  const chain = (options.forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return chain.at(-options.trustedProxyHops) ?? direct;
}
