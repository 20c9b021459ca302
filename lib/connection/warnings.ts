import 'server-only';
import type { ConnectionWarning } from '#lib/connection/view.ts';
import { env } from '#lib/server/env.ts';
import { isDatabaseExposed, isInsecureOrigin } from '#lib/server/exposure.ts';
import { findProxySign } from '#lib/server/proxy-sign.ts';

/** What works and is likely not meant, in the order in which it matters. */
export function findWarnings(simulated: boolean): ConnectionWarning[] {
  const sign = findProxySign();
  const unproxied = env.appOrigin.startsWith('https:') && env.trustedProxyHops === 0;
  const found: Record<ConnectionWarning, boolean> = {
    insecure_http: !simulated && isInsecureOrigin(env.appOrigin),
    database_plain: isDatabaseExposed(env.databaseUrl),
    hops_missing: unproxied || sign === 'hops_missing',
    hops_too_many: sign === 'hops_too_many',
  };
  return (Object.keys(found) as ConnectionWarning[]).filter((name) => found[name]);
}
