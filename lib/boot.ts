import 'server-only';
import { ensureFirstAdmin } from '#lib/auth/setup.ts';
import { startRecovery } from '#lib/bindings/recover.ts';
import { startRunner } from '#lib/bulk/runner.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { env } from '#lib/server/env.ts';
import { perProcess } from '#lib/server/per-process.ts';
import { onStop } from '#lib/server/stop.ts';

/** What has to be true before the first request: the database is open and current, somebody can sign in. */
export async function boot(): Promise<void> {
  const context = await getContext();
  perProcess<{ link: string | null }>('setup-link', () => ({ link: null })).link = await ensureFirstAdmin(
    context.db,
    env,
  );
  onStop('recovery', await startRecovery(context));
  onStop('batches', startRunner(context), 'at once');
}
