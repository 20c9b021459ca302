import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { paths } from '#lib/paths.ts';
import type { HostShare, MomentView, TimelinePage } from '#lib/timeline/view.ts';

type NumberKey = { appId: string; number: string };

/** How often an open timeline looks for changes, in ms; slower once several stretches would have to be read again. */
const watchEveryMs = { newest: 2_000, longer: 10_000 };

// Below the keys of bindings: whoever has just changed one makes these look again too.
const keyOf = ({ appId, number }: NumberKey, ...rest: string[]) =>
  ['bindings', 'number', appId, number, ...rest] as const;

/** The timeline of a number, a stretch at a time. */
export const timeline = ({ appId, number }: NumberKey) =>
  infiniteQueryOptions({
    queryKey: keyOf({ appId, number }, 'timeline'),
    queryFn: ({ pageParam, signal }) => {
      const path = paths.api.timeline(appId, number);
      return fetchJson<TimelinePage>(pageParam === null ? path : `${path}?after=${pageParam}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.olderCursor,
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 1) === 1 ? watchEveryMs.newest : watchEveryMs.longer,
  });

/** What a number was bound to at a moment. */
export const moment = ({ appId, number }: NumberKey, at: string) =>
  queryOptions({
    queryKey: keyOf({ appId, number }, 'moment', at),
    queryFn: ({ signal }) =>
      fetchJson<MomentView>(`${paths.api.moment(appId, number)}?at=${encodeURIComponent(at)}`, signal),
    placeholderData: keepPreviousData,
  });

/** Who shares the hosts of a number. `stamp` names the present state that they belong to. */
export const hostShares = ({ appId, number }: NumberKey, stamp: string) =>
  queryOptions({
    queryKey: keyOf({ appId, number }, 'hosts', stamp),
    queryFn: ({ signal }) => fetchJson<HostShare[]>(paths.api.hostShares(appId, number), signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
