import { mainPaths } from '#lib/main-paths.ts';

/** First segments that pages had in earlier versions, with today's address. */
const moved: Record<string, string> = {
  bulk: mainPaths.batches,
  records: mainPaths.auditLog,
  settings: mainPaths.connection,
};

/** Today's path of an address that people saved in an earlier version; null for any other path. */
export function movedPath(pathname: string): string | null {
  const [, first = '', ...rest] = pathname.split('/');
  const place = Object.hasOwn(moved, first) ? moved[first] : undefined;
  return place === undefined ? null : [place, ...rest].join('/');
}
