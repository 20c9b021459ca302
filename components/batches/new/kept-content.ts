import type { PlanRequest } from '#components/batches/new/lines/line-messages.ts';
import { keptBatches } from '#components/shell/forget-kept.ts';
import { now } from '#lib/clock.ts';

// Files and long texts, which have no room in a tab's session storage. Each call opens the database and closes it again,
// so that signing out can remove it.

type Content = PlanRequest['source'];
type Stored = { viewerId: string; content: Content; savedAt: number };

const store = 'content';
/** Tabs are closed without a word: what is older belongs to none, in ms. */
const keptForMs = 24 * 60 * 60_000;

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (contents: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(keptBatches.database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store);
  const database = await answerOf(opening);
  database.onversionchange = () => database.close();
  try {
    const transaction = database.transaction(store, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await work(transaction.objectStore(store));
    await ended;
    return result;
  } finally {
    database.close();
  }
}

/** Stores a content under an id, and removes old ones and those of other people. Rejects when the browser stores nothing. */
export const keepContent = (id: string, viewerId: string, content: Content): Promise<void> =>
  inStore('readwrite', async (contents) => {
    const savedAt = now().getTime();
    const [keys, values] = await Promise.all([
      answerOf(contents.getAllKeys()),
      answerOf<Stored[]>(contents.getAll()),
    ]);
    for (const [place, kept] of values.entries()) {
      const key = keys[place];
      const isOld = savedAt - kept.savedAt > keptForMs || kept.viewerId !== viewerId;
      if (isOld && key !== undefined) contents.delete(key);
    }
    await answerOf(contents.put({ viewerId, content, savedAt } satisfies Stored, id));
  });

/** What was kept under an id for this person; null where there is nothing any more. */
export async function findContent(id: string, viewerId: string): Promise<Content | null> {
  try {
    const kept = await inStore('readonly', (contents) => answerOf<Stored | undefined>(contents.get(id)));
    return kept?.viewerId === viewerId ? kept.content : null;
  } catch {
    return null;
  }
}

/** Forgets what was kept under these ids. */
export async function dropContents(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await inStore('readwrite', async (contents) => {
    for (const id of ids) contents.delete(id);
  }).catch(() => null);
}
