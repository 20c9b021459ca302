import { historyHref } from '#lib/history/href.ts';
import { paths } from '#lib/paths.ts';

/** Everything that happened to a number. */
export const numberHistoryHref = (appId: string, number: string): string =>
  historyHref({ app: [appId], number: [number] });

/** Everything that was sent to a host. */
export const hostHistoryHref = (host: string): string => historyHref({ host: [host] });

/** All numbers last bound to a host. */
export const hostNumbersHref = (host: string): string => `${paths.numbers}?${new URLSearchParams({ host })}`;
