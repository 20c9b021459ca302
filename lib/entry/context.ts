import type { Database } from '#lib/db/client.ts';
import type { Gateway } from '#lib/tencent/gateway.ts';

/** An app (SdkAppId) that this console may bind in. */
export type App = { id: string; name: string };

/** What every service function stands on. Made once a process by `getContext`, or by a test. */
export type Context = {
  db: Database;
  gateway: Gateway;
  /** The apps of CCC_SDK_APPS, else those named on the first-run page. */
  apps(): Promise<App[]>;
  /** Identity of this process; attempts carry it as their owner. */
  owner: string;
  /** No other process can have the database open: whatever another one left unfinished, it left for good. */
  soleProcess: boolean;
  allowHttpCallbacks: boolean;
  /** Of SENDS_PER_SECOND: at most so many requests a second of one action. The provider takes 20. */
  sendsPerSecond: number;
  /** How long after it was given up a request may still be applied, in ms; see lib/tencent/sign.ts. */
  horizonMs: number;
  /** Named kill point, see lib/server/fail-point.ts; null in production. */
  failPoint: string | null;
};
