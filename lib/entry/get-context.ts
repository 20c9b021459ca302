import 'server-only';
import { randomUUID } from 'node:crypto';
import { persistedSecret } from '#lib/auth/persisted-secret.ts';
import { closeDatabase, getDatabase } from '#lib/db/client.ts';
import { appsOf } from '#lib/entry/apps.ts';
import { loadConfiguration } from '#lib/entry/configuration.ts';
import type { Context } from '#lib/entry/context.ts';
import { env } from '#lib/server/env.ts';
import { describeProblems } from '#lib/server/environment.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';
import { secretsOf } from '#lib/server/secrets.ts';
import { onStop } from '#lib/server/stop.ts';
import { createGateway } from '#lib/tencent/gateway.ts';
import { lateArrivalMs } from '#lib/tencent/sign.ts';

/** The process's one context. A failed making is not kept, so that the next request tries again. */
export function getContext(): Promise<Context> {
  const holder = processSingleton<{ context: Promise<Context> | null }>('context', () => ({ context: null }));
  holder.context ??= makeContext().catch((error: unknown) => {
    holder.context = null;
    throw error;
  });
  return holder.context;
}

async function makeContext(): Promise<Context> {
  const { configuration, problems } = await loadConfiguration(env);
  if (!configuration?.credentials) throw new Error(describeProblems(problems));
  const { credentials, endpoint, proxy, sdkApps } = configuration;
  const db = await getDatabase();
  onStop('the database', closeDatabase);
  const secrets = secretsOf(env);
  const gateway = createGateway({ endpoint: endpoint.url, credentials, proxy, secrets });
  onStop('connections to the provider', () => gateway.close());
  return {
    db,
    gateway,
    ...appsOf(db, sdkApps),
    owner: randomUUID(),
    soleProcess: env.databaseUrl === null,
    allowHttpCallbacks: env.allowHttpCallbacks,
    hiddenPartKey: () => env.authSecret ?? persistedSecret(env.dataDir),
    sendsPerSecond: env.sendsPerSecond,
    horizonMs: (gateway.simulated ? env.horizonMs : null) ?? lateArrivalMs,
    failPoint: gateway.simulated ? env.failPoint : null,
  };
}
