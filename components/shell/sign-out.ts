import { forgetKeptBatches } from '#components/shell/forget-kept.ts';
import { goTo } from '#components/ui/leave-page.ts';
import { mainPaths } from '#lib/main-paths.ts';

/** Tells the other tabs of this browser. */
const channelName = 'patchboard-signed-out';

/**
 * Removes what this console keeps in the browser: drafts hold callback URLs with their tokens. The answer to a sign-out asks
 * the browser for the same (`Clear-Site-Data`), which not every browser does, and not over plain http.
 */
function forgetStored(): void {
  for (const read of [() => sessionStorage, () => localStorage]) {
    try {
      read().clear();
    } catch {
      // Storage can be forbidden. Then nothing is kept.
    }
  }
  // Absent in older browsers.
  void globalThis.indexedDB
    ?.databases?.()
    .then((all) => {
      for (const { name } of all) if (name) indexedDB.deleteDatabase(name);
    })
    .catch(() => {});
}

let tellFailure = () => {};

/** Tells that a sign-out was not confirmed, wherever it was asked for. Gives back what stops telling. */
export function hearSignOutFailure(tell: () => void): () => void {
  tellFailure = tell;
  return () => {
    tellFailure = () => {};
  };
}

/**
 * Signs out here and in the other tabs, and leaves by a full load, so that Back finds nothing in this page's memory. Where the
 * server does not confirm it (an update, no network) the page stays, and `hearSignOutFailure` tells.
 */
export async function leave(signOut: () => Promise<void>): Promise<void> {
  try {
    await signOut();
  } catch {
    return tellFailure();
  }
  await forgetKeptBatches();
  forgetStored();
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
  goTo(mainPaths.signIn());
}

/** Does the same when another tab signs out. Gives back what stops listening. */
export function hearSignOut(): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = async () => {
    await forgetKeptBatches();
    forgetStored();
    goTo(mainPaths.signIn());
  };
  return () => channel.close();
}

/** After a sign-in: removes everything stored in this tab when it holds a draft of another person. */
export function forgetOthers(viewerId: string): void {
  try {
    const names = Object.keys(sessionStorage);
    const others = names.some((name) => name.startsWith('patchboard-draft-') && !name.endsWith(viewerId));
    if (others) forgetStored();
  } catch {
    // Storage can be forbidden. Then nothing is kept.
  }
}
