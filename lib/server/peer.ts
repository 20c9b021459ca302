/** The header in which server.ts hands the peer's address to the rest; inbound values are thrown away. */
export const peerHeader = 'x-patchboard-peer';

type Asking = {
  socketAddress: string | undefined;
  forwardedFor: string | undefined;
  trustedProxyHops: number;
};

/** How the proxies in front and TRUSTED_PROXY_HOPS fit together, as far as one request shows. */
export type ProxySign = 'fits' | 'hops_missing' | 'hops_too_many';

/**
 * The address of whoever is asking. With no trusted proxy it is the socket's; with n trusted proxies in front it
 * is the n-th X-Forwarded-For entry from the right, since only those were written by proxies we trust. An entry that is no
 * address was not written by one.
 */
export function peerAddress({ socketAddress, forwardedFor, trustedProxyHops }: Asking): string {
  const direct = parseAddress(socketAddress ?? '') ?? 'unknown';
  if (trustedProxyHops === 0) return direct;
  return parseAddress(entries(forwardedFor).at(-trustedProxyHops) ?? '') ?? direct;
}

/** Whether a proxy seems to be there that was not told of, or is told of and not there. */
export function readProxySign({ forwardedFor, trustedProxyHops }: Asking): ProxySign {
  const count = entries(forwardedFor).length;
  if (trustedProxyHops === 0) return count > 0 ? 'hops_missing' : 'fits';
  return count < trustedProxyHops ? 'hops_too_many' : 'fits';
}

const entries = (forwardedFor: string | undefined): string[] =>
  (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const ipv4 = new RegExp(String.raw`^(${octet}(?:\.${octet}){3})(?::\d{1,5})?$`);

/**
 * An address without its port, IPv6 in its short form, IPv4 inside IPv6 as IPv4. Null: it is none. Some proxies write
 * `198.51.100.7:4711` or `[2001:db8::7]:4711`.
 */
export function parseAddress(text: string): string | null {
  const plain = ipv4.exec(text.replace(/^::ffff:(?=[\d.]+$)/i, ''))?.[1];
  if (plain) return plain;
  const inner = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1] ?? text;
  // A zone names an interface of the machine that wrote it.
  const [address = ''] = inner.split('%', 1);
  if (!/^[\da-f:.]{2,45}$/i.test(address) || !address.includes(':')) return null;
  const written = `http://[${address}]`;
  return URL.canParse(written) ? new URL(written).hostname.slice(1, -1) : null;
}
