import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { findFacts, type KnownFacts, type NumberKey } from '#lib/bindings/store-facts.ts';
import type { Database } from '#lib/db/client.ts';
import { numbers } from '#lib/db/schema.ts';
import { foldForSearch } from '#lib/domain/search-fold.ts';
import { maskUrlSecrets } from '#lib/domain/urls/callback-url-secrets.ts';

type LineFacts = Pick<KnownFacts, 'newest' | 'bound' | 'open'>;

/** What a number is found by: itself, where it points or may point, and who saw to that. */
function searchTextOf(number: string, { bound, open }: LineFacts, shown: (url: string) => string): string {
  const ofBindings = [bound, open].flatMap((binding) =>
    binding
      ? [
          binding.callbackUrl === null ? '' : shown(binding.callbackUrl),
          binding.actorName,
          binding.actorEmail,
        ]
      : [],
  );
  // PostgreSQL keeps texts without NUL; a line break between parts keeps a search from spanning two of them.
  const parts = [number, ...new Set(ofBindings)].filter(Boolean);
  return foldForSearch(parts.join('\n')).replaceAll('\0', '');
}

/** Writes what is known of a number into its line. Part of the transaction that changed it. */
export async function writeNumberLine(
  tx: Database,
  { appId, number }: NumberKey,
  facts: LineFacts,
): Promise<void> {
  const { newest, bound, open } = facts;
  await tx
    .update(numbers)
    .set({
      newestBindingId: newest?.id ?? null,
      boundBindingId: bound?.id ?? null,
      openBindingId: open?.id ?? null,
      boundUrl: bound?.callbackUrl ?? null,
      boundHost: bound?.callbackHost ?? null,
      openHost: open?.callbackHost ?? null,
      searchText: searchTextOf(number, facts, (url) => url),
      searchTextMasked: searchTextOf(number, facts, maskUrlSecrets),
    })
    .where(and(eq(numbers.appId, appId), eq(numbers.number, number)));
}

/** Brings a number's line up to date with its bindings, after one of them was settled. */
export async function refreshNumberLine(tx: Database, key: NumberKey): Promise<void> {
  await writeNumberLine(tx, key, await findFacts(tx, key));
}

/** Makes the number's line if there is none, and holds it until the transaction ends. */
export async function lockNumber(tx: Database, { appId, number }: NumberKey): Promise<void> {
  await tx
    .insert(numbers)
    .values({ appId, number })
    .onConflictDoUpdate({ target: [numbers.appId, numbers.number], set: { appId: sql`excluded.app_id` } });
}
