import { paths } from '#lib/paths.ts';

const withQuery = (path: string, query: Record<string, string>): string =>
  `${path}?${new URLSearchParams(query)}`;

/** Everything that happened to a number. */
export const numberHistoryHref = (appId: string, number: string): string =>
  withQuery(paths.history, { app: appId, number });

/** Everything that was sent to a host. */
export const hostHistoryHref = (host: string): string => withQuery(paths.history, { host });

/** All numbers last bound to a host. */
export const hostNumbersHref = (host: string): string => withQuery(paths.numbers, { host });
