import { databaseHost, parseDatabaseUrl } from '#lib/server/database-url.ts';
import type { Environment, EnvironmentProblem } from '#lib/server/environment.ts';

type Reach = Pick<
  Environment,
  'appOrigin' | 'listenHost' | 'allowInsecureHttp' | 'trustedProxyHops' | 'databaseUrl'
>;

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/;

export const isLoopbackHost = (host: string): boolean => loopbackHost.test(host);

const isLoopbackOrigin = (origin: string): boolean => isLoopbackHost(new URL(origin).hostname);

/** Passwords and sessions would cross a network that anybody may read. */
export const isInsecureOrigin = (origin: string): boolean =>
  origin.startsWith('http:') && !isLoopbackOrigin(origin);

/**
 * The address to listen on; undefined: all. With real credentials and a loopback origin only people on this machine can
 * use the console, so nobody else needs to reach the port.
 */
export function chooseListenHost(
  { appOrigin, listenHost }: Pick<Reach, 'appOrigin' | 'listenHost'>,
  realCredentials: boolean,
): string | undefined {
  if (listenHost !== null) return listenHost;
  return realCredentials && isLoopbackOrigin(appOrigin) ? '127.0.0.1' : undefined;
}

/** Real bindings made over plain http, which refuse the start unless ALLOW_INSECURE_HTTP says that it is meant. */
export function findInsecureOrigin(
  { appOrigin, allowInsecureHttp }: Pick<Reach, 'appOrigin' | 'allowInsecureHttp'>,
  realCredentials: boolean,
): EnvironmentProblem[] {
  if (!realCredentials || allowInsecureHttp || !isInsecureOrigin(appOrigin)) return [];
  return [
    {
      variable: 'APP_ORIGIN',
      advice:
        'give an https:// address: passwords would cross the network in plain text. Put a TLS proxy in front, or set ALLOW_INSECURE_HTTP=true if this network is your own',
    },
  ];
}

/** What works and is likely not meant: a line each for the start. */
export function describeExposure(reach: Reach, realCredentials: boolean): string[] {
  const { appOrigin, listenHost, trustedProxyHops } = reach;
  const lines: string[] = [];
  const host = chooseListenHost(reach, realCredentials);
  if (host !== undefined && listenHost === null)
    lines.push(
      `Listening on ${host} alone: real credentials and a loopback APP_ORIGIN. Set APP_ORIGIN (and LISTEN_HOST) for others to reach it.`,
    );
  if (realCredentials && isInsecureOrigin(appOrigin))
    lines.push(
      'Warning: ALLOW_INSECURE_HTTP is set, so passwords and callback URLs cross the network in plain text.',
    );
  if (appOrigin.startsWith('https:') && trustedProxyHops === 0)
    lines.push(
      'Warning: APP_ORIGIN is https, so a proxy stands in front, and TRUSTED_PROXY_HOPS is 0: everybody has the address of the proxy. Set TRUSTED_PROXY_HOPS=1.',
    );
  if (trustedProxyHops > 0 && (host === undefined || !isLoopbackHost(host)))
    lines.push(
      'Note: TRUSTED_PROXY_HOPS is set, so who reaches this port past the proxy can claim any address. Let only the proxy reach it, such as by LISTEN_HOST=127.0.0.1.',
    );
  if (isDatabaseExposed(reach.databaseUrl))
    lines.push(
      'Warning: PostgreSQL is reached over a network without TLS. Add sslmode=verify-full to DATABASE_URL, with sslrootcert=/path/ca.pem for a CA of your own.',
    );
  return lines;
}

/** Whether DATABASE_URL leads over a network in plain text. */
export function isDatabaseExposed(databaseUrl: string | null): boolean {
  const url = databaseUrl === null ? null : parseDatabaseUrl(databaseUrl);
  if (url === null) return false;
  const host = databaseHost(url);
  if (host === '' || host.startsWith('/') || isLoopbackHost(host)) return false;
  const asked = ['sslmode', 'ssl', 'sslrootcert', 'sslcert'].filter((name) => url.searchParams.has(name));
  return asked.length === 0 || /^(disable|0|false)$/.test(url.searchParams.get(asked[0] ?? '') ?? '');
}
