'use client';

import { useAddressSearch } from '#components/filters/use-address-search.ts';
import type { HistorySearch } from '#lib/bindings/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/bindings/search-params.ts';
import { paths } from '#lib/paths.ts';

const grammar = { parse: parseHistorySearch, write: toSearchParams, path: paths.history };

/** What the address asks of history, and how to ask for something else. */
export const useHistorySearch = () => useAddressSearch<HistorySearch>(grammar);
