import 'server-only';
import { fullAnHour, recordRepeated } from '#lib/audit-log/repeated.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { Database } from '#lib/db/client.ts';
import type { DeniedAct } from '#lib/domain/recorded-event.ts';

/**
 * Records that somebody asked for a page or a request without the right: the first ten of a person in an hour, further ones are
 * counted. Denied bindings and batches have a counter of their own (denied-limit.ts), so that these do not hide them.
 */
export const recordDenied = (
  ground: { db: Database },
  viewer: Viewer,
  details: Extract<DeniedAct, { permission: string }>,
): Promise<void> =>
  recordRepeated(ground, viewer, { kind: 'denied', details }, [
    { scope: 'person', key: `refused:${viewer.id}`, limit: fullAnHour },
  ]);
