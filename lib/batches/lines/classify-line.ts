import type { TypedLine } from '#lib/batches/lines/columns.ts';
import type { Wanted } from '#lib/batches/lines/plan.ts';
import type { Certainty, NumberType } from '#lib/domain/outcome.ts';

// Apart from batch-plan.ts, which reads numbers: a page that loads this does not load the numbering plans.

/** What is known of a number, as far as it decides what a line would do; `url` stands in a list of its own. */
type Known = { certainty: Certainty; url: number | null; numberType: NumberType | null };

/** What sending a line would do to what is known of its number. */
export function judgeLine(
  { callbackUrl, numberType }: Pick<Wanted, 'callbackUrl' | 'numberType'>,
  fact: Known | null,
  urls: readonly string[],
): 'bind' | 'replace' | 'unchanged' {
  const known = fact?.url == null ? null : (urls[fact.url] ?? null);
  if (fact === null || known === null) return 'bind';
  const same = known === callbackUrl && fact.numberType === numberType && fact.certainty === 'exact';
  return same ? 'unchanged' : 'replace';
}

/** Finds a text in callback URLs and puts another in its place; a host's name is found as a host alone, and leaves the port. */
export function replaceInUrls(lines: readonly TypedLine[], find: string, replacement: string): TypedLine[] {
  if (find === '') return [...lines];
  const isHost = /^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(find);
  const change = (url: string): string => {
    if (!isHost) return url.replaceAll(find, () => replacement);
    const parts = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)(.*)$/is.exec(url);
    const [, scheme = '', authority = '', rest = ''] = parts ?? [];
    const port = find.includes(':') ? '' : (/:\d+$/.exec(authority)?.[0] ?? '');
    const host = authority.slice(0, authority.length - port.length);
    return host.toLowerCase() === find.toLowerCase() ? `${scheme}${replacement}${port}${rest}` : url;
  };
  return lines.map((each) => ({ ...each, callbackUrl: change(each.callbackUrl) }));
}
