/** Stands for our own origin while a path is read; nothing can be reached under it (RFC 2606). */
const base = 'http://console.invalid';

const controlOrBackslash = /[\p{Cc}\\]/u;

/** Undoes percent-encoding until nothing changes; null where it is malformed or never settles. */
function decodeFully(text: string): string | null {
  let current = text;
  for (let depth = 0; depth < 5; depth += 1) {
    try {
      const decoded = decodeURIComponent(current);
      if (decoded === current) return current;
      current = decoded;
    } catch {
      return null;
    }
  }
  return null;
}

/**
 * Where to go after signing in: a path of this console, or null where `next` is anything else. Other origins, in
 * whatever spelling a browser repairs (`//`, `/\`, encoded or with control characters), and a path back to
 * sign-in are refused.
 */
export function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 2000 || !next.startsWith('/')) return null;
  const [path = ''] = next.split(/[?#]/);
  const decoded = decodeFully(path);
  if (decoded === null || decoded.startsWith('//') || controlOrBackslash.test(decoded)) return null;
  if (controlOrBackslash.test(next) || !URL.canParse(next, base)) return null;
  const url = new URL(next, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return null;
  if (/^\/(sign-in|setup|invitation|api)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}
