import { type Problem, type ProblemCode, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { type HostVerdict, isDnsHost, judgeHost } from '#lib/domain/urls/callback-url-host.ts';
import { mixesScripts, toUnicodeHost } from '#lib/domain/urls/callback-url-idn.ts';
import {
  findPlaceholders,
  placeholderGroups,
  placeholderInHost,
} from '#lib/domain/urls/callback-url-placeholder.ts';
import { hasHiddenPart } from '#lib/domain/urls/hidden-part.ts';

/** Longest callback URL, in characters of the sent form. */
export const urlLimit = 2000;

/** What a person should know about an accepted URL; none of them stops it. */
export type UrlHint =
  | 'removed_spaces'
  | 'removed_invisible'
  | 'http'
  | 'punycode'
  | 'mixed_script'
  | 'percent_encoded'
  | 'placeholder'
  | 'placeholder_part'
  | 'unusual_port';

export type CallbackUrl = {
  /** The canonical form: what is shown, stored and sent. */
  url: string;
  host: string;
  /** The host in its own script, for reading beside the punycode. */
  displayHost: string;
  hints: UrlHint[];
  /** What some system was meant to fill in, as it is written. */
  placeholders: string[];
  /** It ends in a mark that may belong to a sentence around it, and reads without that too. */
  ending: { mark: string; without: string } | null;
};

const control = /[\p{Cc}\p{Cs}\u2028\u2029\ufffd]/u;

export const refuse = (code: ProblemCode, params: Problem['params'] = undefined): Result<never> =>
  fail(problem(code, { field: 'callbackUrl', ...(params && { params }) }));

/** The text in front of the host is judged as typed: `new URL` quietly repairs `https:h` and `https:\\h`. */
function judgeScheme(text: string, allowHttp: boolean): ProblemCode | null {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'url_needs_https';
  if (scheme !== 'https' && scheme !== 'http') return 'url_scheme_not_allowed';
  if (!/^https?:\/\/[^/\\?#]/i.test(text)) return 'url_not_absolute';
  return scheme === 'http' && !allowHttp ? 'url_http_not_allowed' : null;
}

export function parseUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url === null || url.port === '0' ? null : url;
}

/** Percent-encodes what is not ASCII and leaves the rest alone, as `new URL` does for a path or query. */
const encodeNonAscii = (text: string) => text.replace(/[^\p{ASCII}]+/gu, encodeURIComponent);

/**
 * The form that may be sent without asking: scheme and host in lower case, a host in punycode, a path of at least
 * `/`, and other scripts percent-encoded. Whatever else `new URL` would repair is offered back instead.
 */
function expectedForm(url: URL, authority: string, rest: string): string {
  const typed = authority.toLowerCase();
  // Full-width letters, circled digits and ideographic dots look like one host and are another text.
  const plainScript = typed.normalize('NFKC') === typed && !/[\u3002\uff0e\uff61]/.test(typed);
  const host = /^\p{ASCII}*$/u.test(typed) || !plainScript ? typed : url.host;
  return `${url.protocol}//${host}${rest.startsWith('/') ? '' : '/'}${encodeNonAscii(rest)}`;
}

/** Brackets of placeholders as `new URL` writes them in a path, so that they may be sent without asking. */
const encodeGroups = (text: string): string =>
  placeholderGroups(text).reduce((all, group) => all.replace(group, encodeBrackets(group)), text);
const encodeBrackets = (text: string): string =>
  text.replace(/[<>{} ]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/** Reads a URL with nothing around it, and offers nothing where it is none. */
export function readText(text: string, { allowHttp }: { allowHttp: boolean }): Result<CallbackUrl> {
  if (text === '') return refuse('url_missing');
  if (control.test(text)) return refuse('url_has_control_characters');
  if (/\s/u.test(text)) return refuse('url_has_spaces');
  const schemeProblem = judgeScheme(text, allowHttp);
  if (schemeProblem !== null) return refuse(schemeProblem);
  const [, authority = '', rest = ''] = /^https?:\/\/([^/\\?#]*)(.*)$/i.exec(text) ?? [];
  if (authority.includes('@')) return refuse('url_has_credentials');
  if (text.includes('#')) return refuse('url_has_fragment');
  // Copied from where its secrets are hidden: bound like this, every call would be turned away.
  if (hasHiddenPart(text)) return refuse('url_has_hidden_part');
  const host = readHost(text, authority);
  if (!host.ok) return host;
  const { url, displayHost, verdict } = host.value;
  if (url.href.length > urlLimit) return refuse('url_too_long', { limit: urlLimit });
  if (encodeGroups(url.href) !== encodeGroups(expectedForm(url, authority, rest)))
    return refuse('url_not_canonical', { canonical: url.href });
  const placeholders = findPlaceholders(url.href);
  const hints: [UrlHint, boolean][] = [
    ['http', url.protocol === 'http:'],
    ['punycode', displayHost !== url.hostname],
    ['mixed_script', mixesScripts(displayHost)],
    ['percent_encoded', encodeNonAscii(rest) !== rest],
    ['placeholder', verdict === 'placeholder' || isSampleOfTheApiPage(url)],
    ['placeholder_part', placeholders.length > 0],
    ['unusual_port', url.port !== ''],
  ];
  return ok({
    url: url.href,
    host: url.host,
    displayHost,
    hints: hints.flatMap(([hint, applies]) => (applies ? [hint] : [])),
    placeholders,
    ending: null,
  });
}

/** A host that the provider could reach; the dot that may end it is gone from the URL. */
function readHost(
  text: string,
  authority: string,
): Result<{ url: URL; displayHost: string; verdict: HostVerdict }> {
  const url = parseUrl(text);
  const placeholder = placeholderInHost(authority);
  const isBare = !authority.includes('.');
  if (placeholder !== null && (isBare || url === null || /[^\w.-]/.test(placeholder)))
    return refuse('url_placeholder_host', { placeholder });
  if (url === null) return refuse('url_malformed');
  const displayHost = toUnicodeHost(url.hostname);
  if (!isDnsHost(url.hostname, displayHost)) return refuse('url_host_not_dns', { host: displayHost });
  const verdict = judgeHost(url.hostname);
  if (verdict === 'private') return refuse('url_private_host', { host: url.hostname });
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  return ok({ url, displayHost: toUnicodeHost(url.hostname), verdict });
}

/** The provider's API page shows its own site as the sample URL; pasted from there it answers no call. */
const isSampleOfTheApiPage = (url: URL): boolean =>
  /^(?:www\.)?(?:cloud\.tencent\.com|tencentcloud\.com)$/.test(url.hostname) && url.pathname === '/';
