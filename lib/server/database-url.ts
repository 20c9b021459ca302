/** What PostgreSQL's own tools know of sslmode, and what `pg` adds to it. `allow` is left out: it prefers plain text. */
export const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'] as const;

const parametersWithAt = new Set(['user', 'password', 'options', 'application_name', 'host', 'sslrootcert']);

/**
 * Parses a postgres:// address. WHATWG URLs refuse credentials without a host, which is how a Unix socket is written:
 * postgres://user@/name?host=/run/postgresql. The placeholder host is dropped again. Null: it can not be read.
 */
export function parseDatabaseUrl(text: string): URL | null {
  if (URL.canParse(text)) return new URL(text);
  const withHost = text.replace('@/', '@placeholder.invalid/');
  if (!URL.canParse(withHost)) return null;
  return new URL(withHost);
}

export const isPlaceholderHost = (url: URL): boolean => url.hostname === 'placeholder.invalid';

/** The host as it is written: of `?host=`, else of the address; empty where neither names one. */
export function databaseHost(url: URL): string {
  const host = url.searchParams.get('host') ?? (isPlaceholderHost(url) ? '' : url.hostname);
  return decodeURIComponent(host).replace(/^\[(.+)\]$/, '$1');
}

const encodeAdvice =
  'in the user name and the password write / as %2F, ? as %3F, # as %23, % as %25 and a blank as %20';

/**
 * What is wrong with DATABASE_URL, as advice that repeats no piece of it: an address with a raw special character in
 * its password is read wrongly, and any piece of it may belong to the password. Null: nothing.
 */
export function judgeDatabaseUrl(text: string): string | null {
  if (!/^postgres(ql)?:\/\//.test(text))
    return 'give a postgres:// address, such as postgres://user:password@host:5432/name';
  if (/[\s#]/.test(text) || /%(?![0-9a-f]{2})/i.test(text)) return encodeAdvice;
  const url = parseDatabaseUrl(text);
  const authority = text.replace(/^\w+:\/\//, '').split(/[/?]/, 1)[0] ?? '';
  if (isListOfHosts(authority, url)) return 'give one host, that of the primary: lists of hosts are not read';
  if (url === null || hasStrayAt(url)) return `the address could not be read; ${encodeAdvice}`;
  if (url.pathname.slice(1).includes('/')) return `give one database name behind the host; ${encodeAdvice}`;
  if (!isDecodable(url)) return encodeAdvice;
  const port = url.searchParams.get('port');
  if (port !== null && !/^\d{1,5}$/.test(port)) return 'give the port as a number';
  return judgeSslMode(url.searchParams.get('sslmode'));
}

export const judgeSslMode = (mode: string | null): string | null =>
  mode === null || (sslModes as readonly string[]).includes(mode)
    ? null
    : `give sslmode as one of ${sslModes.join(', ')}`;

function isListOfHosts(authority: string, url: URL | null): boolean {
  const hosts = authority.slice(authority.lastIndexOf('@') + 1);
  return hosts.includes(',') || (url?.searchParams.get('host') ?? '').includes(',');
}

/** An @ behind the host: the password held a character that ended the host part too early. */
function hasStrayAt(url: URL): boolean {
  if (url.pathname.includes('@')) return true;
  return url.search
    .slice(1)
    .split('&')
    .some((part) => part.includes('@') && !parametersWithAt.has(part.split('=', 1)[0] ?? ''));
}

/** %FF is two hexadecimal digits and yet no character. */
function isDecodable(url: URL): boolean {
  try {
    for (const part of [url.username, url.password, url.pathname, url.hostname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
