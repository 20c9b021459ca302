/** Name endings that no public resolver answers, or that lead into a cloud's own network. */
const privateEndings = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'home.arpa',
  'in-addr.arpa',
  'ip6.arpa',
  'onion',
  'tencentyun.com',
];

/** Names reserved for documentation and tests (RFC 2606, RFC 6761). */
const placeholderEndings = ['example', 'example.com', 'example.net', 'example.org', 'test', 'invalid'];

const endsIn = (host: string, endings: string[]) =>
  endings.some((ending) => host === ending || host.endsWith(`.${ending}`));

/** Ranges of IPv4 that are not global unicast (IANA special-purpose registry), and one cloud's platform address. */
const closedIpv4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

const ipv4Number = (text: string) => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

function isGlobalIpv4(host: string): boolean {
  const address = ipv4Number(host);
  return closedIpv4.every(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) !== Math.floor(ipv4Number(network) / size);
  });
}

/** The eight groups of an IPv6 address in the form that `new URL` writes (never with a dotted tail). */
function ipv6Groups(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return groups(head);
  const gap = 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array<number>(gap).fill(0), ...groups(tail)];
}

/**
 * Only 2000::/3 is handed out as global unicast; inside it 2001::/23 (Teredo, ORCHID, benchmarking), documentation
 * and 6to4 are not. Mapped, NAT64 and compatible forms of IPv4 lie outside and fall with the rest.
 */
function isGlobalIpv6(text: string): boolean {
  const [first = 0, second = 0] = ipv6Groups(text);
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

export type HostVerdict = 'public' | 'private' | 'placeholder';

/**
 * Whether the provider could ever reach a host. Takes `hostname` of a parsed URL, where every spelling of an
 * address (decimal, octal, hex, short, full-width) has already become one.
 */
export function judgeHost(hostname: string): HostVerdict {
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return isGlobalIpv6(host.slice(1, -1)) ? 'public' : 'private';
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isGlobalIpv4(host) ? 'public' : 'private';
  if (!host.includes('.') || endsIn(host, privateEndings)) return 'private';
  return endsIn(host, placeholderEndings) ? 'placeholder' : 'public';
}
