import 'server-only';
import { startSending } from '#lib/background.ts';
import { adminCommands } from '#lib/commands.ts';
import type { Context } from '#lib/entry/context.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { ensureFirstAdminRecorded } from '#lib/people/first-admin.ts';
import { booted } from '#lib/server/booted.ts';
import { controlPath, listenForCommands } from '#lib/server/control-socket.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';
import { onStop } from '#lib/server/stop.ts';

/** What has to be true before the first request: the database is open and current, somebody can sign in. */
export async function boot(): Promise<void> {
  try {
    await prepare();
    booted().resolve();
  } catch (error) {
    // server.ts waits for it, and says it in one sentence.
    booted().reject(error);
  }
}

async function prepare(): Promise<void> {
  const context = await getContext();
  processSingleton<{ link: string | null }>('setup-link', () => ({ link: null })).link =
    await ensureFirstAdminRecorded(context.db, env);
  processSingleton<{ line: string | null }>('setback', () => ({ line: null })).line =
    await startSending(context);
  if (env.databaseUrl === null) await takeCommands(context);
}

/** The embedded database belongs to this process: commands of `npm run admin` reach it through a socket. */
async function takeCommands({ db }: Context): Promise<void> {
  try {
    const commands = adminCommands({ db, origin: env.appOrigin });
    onStop('the control socket', await listenForCommands(controlPath(env.dataDir), commands));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ reason }, 'npm run admin cannot reach this console while it runs');
  }
}
