import { judgeHost } from '#lib/domain/callback-url-host.ts';
import { mixesScripts, toUnicodeHost } from '#lib/domain/callback-url-idn.ts';
import { hasHiddenPart } from '#lib/domain/hidden-part.ts';
import { type Problem, type ProblemCode, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

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
  | 'unusual_port';

export type CallbackUrl = {
  /** The canonical form: what is shown, stored and sent. */
  url: string;
  host: string;
  /** The host in its own script, for reading beside the punycode. */
  displayHost: string;
  hints: UrlHint[];
};

// A joiner inside an emoji is part of what is seen; anywhere else it is not.
const invisible =
  /[\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu;
const ends = /^[\s\u0085]+|[\s\u0085]+$/g;
const control = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffd]/u;

const refuse = (code: ProblemCode, params: Problem['params'] = undefined): Result<never> =>
  fail(problem(code, { field: 'callbackUrl', ...(params && { params }) }));

/** The text in front of the host is judged as typed: `new URL` quietly repairs `https:h` and `https:\\h`. */
function judgeScheme(text: string, allowHttp: boolean): ProblemCode | null {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'url_needs_https';
  if (scheme !== 'https' && scheme !== 'http') return 'url_scheme_not_allowed';
  if (!/^https?:\/\/[^/\\?#]/i.test(text)) return 'url_not_absolute';
  return scheme === 'http' && !allowHttp ? 'url_http_not_allowed' : null;
}

function parse(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.port === '0') return null;
  const name = url.hostname.replace(/\.$/, '');
  const wellFormed =
    name.length <= 253 && name.split('.').every((label) => label !== '' && label.length <= 63);
  return wellFormed || name.startsWith('[') ? url : null;
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

/**
 * Reads a callback URL as typed or pasted. The value is its canonical form with hints; the problem says how to
 * mend it. `url_not_canonical` carries the form to use as `params.canonical`.
 */
export function readCallbackUrl(typed: string, { allowHttp }: { allowHttp: boolean }): Result<CallbackUrl> {
  if (typed.length > urlLimit * 4) return refuse('url_too_long', { limit: urlLimit });
  const visible = typed.replace(invisible, '');
  const text = visible.replace(ends, '');
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
  const url = parse(text);
  if (url === null) return refuse('url_malformed');
  if (url.href.length > urlLimit) return refuse('url_too_long', { limit: urlLimit });
  const verdict = judgeHost(url.hostname);
  if (verdict === 'private') return refuse('url_private_host', { host: url.hostname });
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  if (url.href !== expectedForm(url, authority, rest))
    return refuse('url_not_canonical', { canonical: url.href });
  const displayHost = toUnicodeHost(url.hostname);
  const hints: [UrlHint, boolean][] = [
    ['removed_spaces', text !== visible],
    ['removed_invisible', visible !== typed],
    ['http', url.protocol === 'http:'],
    ['punycode', displayHost !== url.hostname],
    ['mixed_script', mixesScripts(displayHost)],
    ['percent_encoded', encodeNonAscii(rest) !== rest],
    ['placeholder', verdict === 'placeholder' || isSampleOfTheApiPage(url)],
    ['unusual_port', url.port !== ''],
  ];
  return ok({
    url: url.href,
    host: url.host,
    displayHost,
    hints: hints.flatMap(([hint, applies]) => (applies ? [hint] : [])),
  });
}

/** The provider's API page shows its own site as the sample URL; pasted from there it answers no call. */
const isSampleOfTheApiPage = (url: URL): boolean =>
  /^(?:www\.)?(?:cloud\.tencent\.com|tencentcloud\.com)$/.test(url.hostname) && url.pathname === '/';
