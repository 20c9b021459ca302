import 'server-only';
import type { Database } from '#lib/db/client.ts';
import type { SetbackKind } from '#lib/domain/setback.ts';
import type { Context } from '#lib/entry/context.ts';
import { findSetback, takeStock } from '#lib/safe-mode/store.ts';
import { log } from '#lib/server/log.ts';
import { orSay, repeat } from '#lib/server/repeat.ts';

/** How often a process gives a sign of life, in ms: so exactly it is known later how old a copy is. */
const beatEveryMs = 30_000;

type Watch = {
  place: () => Promise<string>;
  /** Takes from the machine what it would go on with by itself, in the transaction that is handed in. */
  onSetback: (tx: Database, kind: SetbackKind) => Promise<void>;
};

/**
 * Finds out whether the database is a copy that was put back, before anything is sent, and from then on gives signs of life.
 * A database that is put back under a running process is noticed at the next one. Gives back what ends it, with a last sign.
 */
export async function startWatch(
  { db }: Pick<Context, 'db'>,
  { place, onSetback }: Watch,
): Promise<() => Promise<void>> {
  let knownBeats: number | null = null;
  const look = async (): Promise<void> => {
    const { beats, found } = await takeStock(db, { place: await place(), knownBeats, onSetback });
    knownBeats = beats;
    if (found !== null) log.warn({ found }, 'nothing is sent by itself until a person has looked');
  };
  await look();
  const beat = orSay(look, 'no sign of life could be given');
  const end = repeat({ do: beat, everyMs: beatEveryMs });
  return async () => {
    await end();
    await beat();
  };
}

/** The setback that stands, as a line for whoever starts a process. */
export async function describeSetback({ db }: Pick<Context, 'db'>): Promise<string | null> {
  const found = await findSetback(db);
  if (found === null) return null;
  const { kind, numbers, batches } = found;
  const since = `${found.since.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const what = kind === 'restored' ? `Restored from a copy of ${since}` : `Nobody was here since ${since}`;
  return `${what}: ${numbers} numbers may differ from the provider. Nothing is sent by itself; ${batches} paused batches wait for a person.`;
}
