/** Name of the database in which a browser keeps the lines of new batches, and beginning of the keys of their fields. */
export const keptBatches = { database: 'patchboard-batches', prefix: 'patchboard-batch-' } as const;

/** A browser that does not answer must not keep a person signed in. */
const waitMs = 1_000;

/** Removes what new batches have kept in this browser: numbers and URLs of who signs out are not for the next person. */
export async function forgetKeptBatches(): Promise<void> {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(keptBatches.prefix)) sessionStorage.removeItem(name);
    await Promise.race([removed(), new Promise((resolve) => setTimeout(resolve, waitMs))]);
  } catch {
    // Storage can be forbidden. Then nothing was kept either.
  }
}

const removed = (): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(keptBatches.database);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });
