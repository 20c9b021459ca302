import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { paths } from '#lib/paths.ts';
import type { ViewsOfViewer } from '#lib/views/view.ts';

/** The views a person may open. Others share and rename theirs seldom: half a minute is soon enough. */
export const views = () =>
  queryOptions({
    queryKey: ['views'],
    queryFn: ({ signal }) => fetchJson<ViewsOfViewer>(paths.api.views, signal),
    staleTime: 30_000,
  });
