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
  apps: { id: string; name: string }[];
  database: 'embedded' | 'postgres';
  /** The newest check of the key since this process started. */
  lastCheck: LastCheck | null;
};

/**
 * What a read with the key proved. `limited`: the key is accepted and only may not read numbers, which binding does not
 * need. `unclear`: no answer that says anything about the key.
 */
export type CheckVerdict = 'works' | 'limited' | 'refused' | 'not_sent' | 'unclear';

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
