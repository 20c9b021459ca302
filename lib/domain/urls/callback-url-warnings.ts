import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';
import { findPlaceholders, placeholderInHost } from '#lib/domain/urls/callback-url-placeholder.ts';

/** What stays in sight beside a URL wherever it is reviewed: in the dialog, in batches and in history. */
export const urlWarnings = [
  'http',
  'placeholder',
  'placeholder_part',
  'mixed_script',
  'ends_in_mark',
] as const;
export type UrlWarning = (typeof urlWarnings)[number];

/**
 * The warnings of a URL as it is stored. Rows keep no warnings of their own, so that rows from before a rule are judged
 * by it too. Takes the whole URL: what is hidden in a shown one may be what the warning is about.
 */
export function warningsOf(url: string | null): UrlWarning[] {
  if (url === null) return [];
  const read = readCallbackUrl(url, { allowHttp: true });
  const has: Record<UrlWarning, boolean> = read.ok
    ? {
        http: read.value.hints.includes('http'),
        placeholder: read.value.hints.includes('placeholder'),
        placeholder_part: read.value.hints.includes('placeholder_part'),
        mixed_script: read.value.hints.includes('mixed_script'),
        ends_in_mark: read.value.ending !== null,
      }
    : {
        // Stored before the rules became stricter: judged by what does not need a sound URL.
        http: url.startsWith('http://'),
        placeholder: placeholderInHost(/^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '') !== null,
        placeholder_part: findPlaceholders(url).length > 0,
        mixed_script: false,
        ends_in_mark: false,
      };
  return urlWarnings.filter((warning) => has[warning]);
}
