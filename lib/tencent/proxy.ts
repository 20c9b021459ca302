import { fail, ok, type Result } from '#lib/domain/result.ts';
import type { EnvironmentProblem } from '#lib/server/environment.ts';
import { isLoopback } from '#lib/tencent/endpoint.ts';

/** Whether NO_PROXY keeps the endpoint off the proxy: names match themselves and their subdomains, `*` everything. */
function isExcepted(endpoint: URL, noProxy: string): boolean {
  const port = endpoint.port || (endpoint.protocol === 'https:' ? '443' : '80');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', wantedPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '' || (wantedPort !== undefined && wantedPort !== port)) return false;
      return endpoint.hostname === name || endpoint.hostname.endsWith(`.${name}`);
    });
}

type ProxyQuestion = { endpoint: URL; httpsProxy: string | null; noProxy: string | null };

/** The proxy to tunnel through, or null. An address on this machine is always reached directly. */
export function chooseProxy({
  endpoint,
  httpsProxy,
  noProxy,
}: ProxyQuestion): Result<URL | null, EnvironmentProblem> {
  const text = httpsProxy?.trim() ?? '';
  if (text === '' || isLoopback(endpoint) || isExcepted(endpoint, noProxy ?? '')) return ok(null);
  const full = text.includes('://') ? text : `http://${text}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  if (url !== null && url.hostname !== '' && /^https?:$/.test(url.protocol)) return ok(url);
  return fail({
    variable: 'HTTPS_PROXY',
    advice: 'give the address of an HTTP proxy, such as http://proxy.internal:3128',
  });
}

/** The proxy as it may be shown: without user name and password. */
export const describeProxy = (proxy: URL | null): string | null =>
  proxy && `${proxy.protocol}//${proxy.host}`;
