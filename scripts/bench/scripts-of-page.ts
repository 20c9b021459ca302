import { gzipSync } from 'node:zlib';

/** Addresses of the scripts that a document loads or preloads by itself, without those for browsers without modules. */
export function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<(script|link)\b[^>]*>/gi)].map(([tag]) => tag);
  const addresses = tags.flatMap((tag) => {
    if (/\bnomodule\b/i.test(tag)) return [];
    const name = /^<script/i.test(tag) ? 'src' : 'href';
    const address = new RegExp(`\\b${name}="([^"]+\\.js[^"]*)"`).exec(tag)?.[1];
    return address === undefined ? [] : [address.replaceAll('&amp;', '&')];
  });
  return [...new Set(addresses)];
}

/** As a server sends it: gzip of level 6, which Next's compression and proxies use by default. */
export const gzippedBytes = (body: Buffer): number => gzipSync(body, { level: 6 }).length;
