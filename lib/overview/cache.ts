import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '#lib/client/fetch-json.ts';
import type { OverviewView } from '#lib/overview/view.ts';
import { paths } from '#lib/paths.ts';

/** How often an open overview looks again, in ms. It is glanced at; history is what watches to the second. */
const lookEveryMs = 10_000;

export const overview = () =>
  queryOptions({
    queryKey: ['overview'],
    queryFn: ({ signal }) => fetchJson<OverviewView>(paths.api.overview, signal),
    refetchInterval: lookEveryMs,
  });
