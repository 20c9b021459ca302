import { and, eq, inArray, isNotNull, isNull, like, not, or, type SQL, sql } from 'drizzle-orm';
import { numbers } from '#lib/db/schema.ts';
import { documentedStates, type NumberLabel, type ProviderState } from '#lib/domain/numbers/number-state.ts';
import { searchKeys } from '#lib/domain/numbers/phone-number-search.ts';
import { foldForSearch } from '#lib/domain/search-fold.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';

/** `%`, `_` and the escape itself stand for themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The one search box: number in any format, host, URL part, person. */
function matches(q: string, masked: boolean): SQL | undefined {
  // A text of PostgreSQL's has no NUL, so none has this one in it.
  if (q.includes('\0')) return sql`false`;
  // What is hidden from somebody must not be found by guessing either.
  const column = masked ? numbers.searchTextMasked : numbers.searchText;
  const parts = new Set([foldForSearch(q), ...searchKeys(q)]);
  return or(...[...parts].map((part) => like(column, containing(part))));
}

const labels: Record<NumberLabel, SQL | undefined> = {
  set: and(isNull(numbers.openBindingId), isNotNull(numbers.boundBindingId)),
  unknown: isNotNull(numbers.openBindingId),
  never: and(isNull(numbers.openBindingId), isNull(numbers.boundBindingId)),
};

function stateIs(state: ProviderState): SQL | undefined {
  if (state === 'unread') return isNull(numbers.providerListed);
  if (state === 'missing') return sql`${numbers.providerListed} = false`;
  if (state !== 'other') return eq(numbers.providerState, documentedStates[state]);
  // Word for word as in the index that answers it.
  return sql`(provider_listed and (provider_state is null or provider_state not in (1, 2, 4, 5)))`;
}

const hostIn = (hosts: string[]) => or(inArray(numbers.boundHost, hosts), inArray(numbers.openHost, hosts));

/** Lines without a binding and without a place in a list are left over from changes that were never made. */
const known = or(isNotNull(numbers.newestBindingId), isNotNull(numbers.providerListed));

/** The lines that a search means. `masked`: for somebody who may not see URLs whole. */
export function filterOf(search: NumbersSearch, masked: boolean): SQL | undefined {
  const { q, app, label, state, host, not: excluded = [] } = search;
  const lists = {
    app: app && inArray(numbers.appId, app),
    label: label && or(...label.map((each) => labels[each])),
    state: state && or(...state.map(stateIs)),
    host: host && hostIn(host),
  };
  const chosen = (['app', 'label', 'state', 'host'] as const).map((name) => {
    const condition = lists[name];
    return condition && excluded.includes(name) ? not(sql`coalesce(${condition}, false)`) : condition;
  });
  return and(known, ...chosen, q ? matches(q, masked) : undefined);
}
