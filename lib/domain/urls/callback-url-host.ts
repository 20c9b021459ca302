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

/** Names that manuals write where the reader's own host belongs. */
const sampleLabel =
  /^(?:(?:your|my)[-_]?(?:domain|company|host|server|site|app|api|name|org|business)(?:[-_]?name)?|example|x{3,}|changeme|placeholder|domain-name|some-?domain)$/;
const sampleName = /(?:^|\.)(?:domain|company|server|host|site)\.(?:com|tld|xyz)$/;

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
  const isSample = sampleName.test(host) || host.split('.').some((label) => sampleLabel.test(label));
  return isSample || endsIn(host, placeholderEndings) ? 'placeholder' : 'public';
}

/**
 * Whether DNS can carry a host, in the form of `hostname` of a parsed URL: after IDNA each label is letters, digits, `-` and `_`,
 * not beginning or ending with `-` (RFC 1123; `_` is met in practice). `new URL` lets any other mark pass. `displayHost` is the
 * same host in its own script: marks that were encoded as punycode are no letters either (RFC 5892), emoji alone are met.
 */
export function isDnsHost(hostname: string, displayHost: string): boolean {
  if (hostname.startsWith('[')) return true;
  const name = hostname.replace(/\.$/, '');
  const labels = name.split('.');
  const shown = displayHost.replace(/\.$/, '').split('.');
  const last = shown.at(-1) ?? '';
  return (
    name.length <= 253 &&
    labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) &&
    shown.every((label) => shownLabel.test(label)) &&
    // No top-level name mixes ASCII with another script: a word of the next sentence has run into it.
    !(/[a-z]/.test(last) && /[^\p{ASCII}]/u.test(last))
  );
}

const shownLabel =
  /^(?:[\p{L}\p{M}\p{N}_\u00b7\u0375\u05f3\u05f4\u30fb\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}-]|\u200c|\u200d)+$/u;
