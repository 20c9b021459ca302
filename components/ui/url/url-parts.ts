export type UrlParts = { head: string; middle: string; tail: string };

/**
 * Cuts a URL in three for a narrow place: scheme and host, what may be shortened, and the last path part with its
 * query. The three put together are the URL, letter for letter.
 */
export function urlParts(url: string): UrlParts {
  const host = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';
  const rest = url.slice(host.length);
  const query = rest.search(/[?#]/);
  const path = query < 0 ? rest : rest.slice(0, query);
  const cut = path.lastIndexOf('/', path.length - 2);
  return cut <= 0
    ? { head: host, middle: '', tail: rest }
    : { head: host, middle: rest.slice(0, cut), tail: rest.slice(cut) };
}
