import 'server-only';
import { ensureFirstAdmin } from '#lib/auth/setup.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { startSending } from '#lib/sending.ts';
import { env } from '#lib/server/env.ts';
import { perProcess } from '#lib/server/per-process.ts';

/** What has to be true before the first request: the database is open and current, somebody can sign in. */
export async function boot(): Promise<void> {
  const context = await getContext();
  perProcess<{ link: string | null }>('setup-link', () => ({ link: null })).link = await ensureFirstAdmin(
    context.db,
    env,
  );
  perProcess<{ line: string | null }>('setback', () => ({ line: null })).line = await startSending(context);
}
