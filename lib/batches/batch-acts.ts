import 'server-only';
import { recordEvent } from '#lib/audit-log/service.ts';
import type { Actor } from '#lib/audit-log/store.ts';
import type { BatchRow } from '#lib/batches/store-start.ts';
import type { Database } from '#lib/db/client.ts';
import { actorIds, type BatchAct } from '#lib/domain/recorded-event.ts';

type Named = Pick<BatchRow, 'id' | 'title'>;
type Without<Act> = Act extends unknown ? Omit<Act, keyof Omit<Named, 'id'> | 'batchId'> : never;

/** Records what is done to a batch, within the transaction that does it. */
export async function recordBatchAct(
  db: Database,
  actor: Actor,
  { id: batchId, title }: Named,
  act: Without<BatchAct>,
): Promise<void> {
  await recordEvent({ db }, actor, { kind: 'batch', details: { batchId, title, ...act } });
}

/** The console itself: it pauses a batch that a person has to look into. */
export const consoleItself: Actor = { id: actorIds.system, name: 'Patchboard', email: '', address: null };
