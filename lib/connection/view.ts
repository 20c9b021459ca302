import type { CheckVerdict } from '#lib/domain/recorded-event.ts';

export type AppView = { id: string; name: string; retired: boolean };

/**
 * `insecure_http`: real bindings over plain http. `database_plain`: PostgreSQL over a network without TLS. `hops_missing`:
 * a proxy seems to stand in front that TRUSTED_PROXY_HOPS does not count. `hops_too_many`: it counts more than there are.
 */
export type ConnectionWarning = 'insecure_http' | 'database_plain' | 'hops_missing' | 'hops_too_many';

/** What the server was started with, as far as a browser may know it: never more of the key than its masked id. */
export type ConnectionView = {
  endpointHost: string;
  simulated: boolean;
  credentialSource: 'environment' | 'profile' | 'simulator';
  maskedSecretId: string;
  /** Without user name and password; null when the endpoint is reached directly. */
  proxy: string | null;
  /** Added to this server's clock when signing since a signature expired, in ms; 0 while it is trusted. */
  clockOffsetMs: number;
  /** Those to bind in. */
  apps: { id: string; name: string }[];
  /** Those and the retired ones. */
  knownApps: AppView[];
  /** CCC_SDK_APPS names the apps: nobody changes them here. */
  appsFixed: boolean;
  database: 'embedded' | 'postgres';
  /** What works and is likely not meant; see lib/connection/warnings.ts. */
  warnings: ConnectionWarning[];
  /** The newest check of the key since this process started. */
  lastCheck: LastCheck | null;
};

/** What stays of a check for everybody to see. */
export type LastCheck = Pick<CheckView, 'verdict' | 'code' | 'at'>;

export type CheckView = {
  verdict: CheckVerdict;
  code: string | null;
  /** The provider's words. */
  message: string | null;
  requestId: string | null;
  durationMs: number;
  /** As in AttemptView; only where a signature had expired. */
  clockSkewMs: number | null;
  /** UTC ISO 8601. */
  at: string;
};
