import type { Database } from '#lib/db/client.ts';
import type { Gateway } from '#lib/tencent/gateway.ts';

/** An app (SdkAppId) that this console may bind in. */
export type App = { id: string; name: string };

/** An app that this console may bind in, or could until it was retired. */
export type KnownApp = App & { retired: boolean };

/** What every service function stands on. Made once a process by `getContext`, or by a test. */
export type Context = {
  db: Database;
  gateway: Gateway;
  /** The apps to bind in: those of CCC_SDK_APPS, else those that are stored and not retired. */
  apps(): Promise<App[]>;
  /** Those and the retired ones, whose history keeps their names. */
  knownApps(): Promise<KnownApp[]>;
  /** CCC_SDK_APPS names the apps, so the stored ones do not count and cannot be changed. */
  appsFixed: boolean;
  /** Identity of this process; attempts carry it as their owner. */
  owner: string;
  /** No other process can have the database open: whatever another one left unfinished, it left for good. */
  soleProcess: boolean;
  allowHttpCallbacks: boolean;
  /** Keys the marks that tell hidden parts of URLs apart (lib/bindings/hidden-marks.ts); the same on all servers. */
  hiddenPartKey(): string;
  /** Of SENDS_PER_SECOND: at most so many requests a second of one action. The provider takes 20. */
  sendsPerSecond: number;
  /** How long after it was given up a request may still be applied, in ms; see lib/tencent/sign.ts. */
  horizonMs: number;
  /** Named kill point, see lib/server/fail-point.ts; null in production. */
  failPoint: string | null;
};
