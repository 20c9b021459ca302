import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { KnownAmongView, KnownNumberView, RestoreView, Suggestions } from '#lib/bind-number/view.ts';
import { bindingsKey } from '#lib/bindings/cache.ts';
import type { NumberFacts } from '#lib/bindings/view.ts';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { paths } from '#lib/paths.ts';

const keys = {
  restore: (id: string) => [...bindingsKey, 'restore', id] as const,
  suggestions: [...bindingsKey, 'suggestions'] as const,
  fitting: (appId: string, typed: string) => [...bindingsKey, 'fitting', appId, typed] as const,
  knownAmong: (appId: string, numbers: readonly string[]) =>
    [...bindingsKey, 'knownAmong', appId, ...numbers] as const,
  facts: (appId: string, number: string) => [...bindingsKey, 'facts', appId, number] as const,
};

/** What is known of a number. Never taken from the cache: it decides what the dialog says is being replaced. */
export const numberFacts = (appId: string, number: string) =>
  queryOptions({
    queryKey: keys.facts(appId, number),
    queryFn: ({ signal }) =>
      fetchJson<NumberFacts>(
        `${paths.api.numberFacts}?${new URLSearchParams({ app: appId, number })}`,
        signal,
      ),
    staleTime: 0,
    gcTime: 0,
  });

/** What putting a binding's URL back would do. Never taken from the cache, for the same reason. */
export const restore = (id: string) =>
  queryOptions({
    queryKey: keys.restore(id),
    queryFn: ({ signal }) => fetchJson<RestoreView>(paths.api.restore(id), signal),
    staleTime: 0,
    gcTime: 0,
  });

/** What the bind form offers to pick. Changes with every binding, so it is never taken from the cache. */
export const suggestions = () =>
  queryOptions({
    queryKey: keys.suggestions,
    queryFn: ({ signal }) => fetchJson<Suggestions>(paths.api.suggestions, signal),
    staleTime: 0,
  });

/** Which possible sent forms of a typed number an app already has. Asks again after a binding has changed. */
export const knownAmong = (appId: string, numbers: readonly string[]) =>
  queryOptions({
    queryKey: keys.knownAmong(appId, numbers),
    queryFn: ({ signal }) => {
      const params = new URLSearchParams({ app: appId });
      for (const number of numbers) params.append('number', number);
      return fetchJson<KnownAmongView>(`${paths.api.knownAmong}?${params}`, signal);
    },
    staleTime: 30_000,
    retry: false,
  });

/** Known numbers of an app that hold what is typed, where it has more than `suggestions` brings. */
export const fittingNumbers = (appId: string, typed: string) =>
  queryOptions({
    queryKey: keys.fitting(appId, typed),
    queryFn: ({ signal }) =>
      fetchJson<KnownNumberView[]>(
        `${paths.api.fittingNumbers}?${new URLSearchParams({ app: appId, number: typed })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
