import { readFormulaError, readNoValue } from '#lib/domain/numbers/spreadsheet-cell.ts';
import { type Problem, type ProblemCode, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { type RepairKind, repairUrl, splitEnd } from '#lib/domain/urls/callback-url-repair.ts';
import {
  type CallbackUrl,
  parseUrl,
  readText,
  refuse,
  urlLimit,
} from '#lib/domain/urls/callback-url-strict.ts';
import { decodePercent } from '#lib/domain/urls/decode-percent.ts';
import { visibleText } from '#lib/domain/urls/visible-text.ts';

export type { CallbackUrl, UrlHint } from '#lib/domain/urls/callback-url-strict.ts';

/** A second address begins where the first one has not ended. */
const glued = /^[^?]*[^/?&=,;:|(~!*+$@-]https?:\/\//i;
const ends = /^[\s\u0085]+|[\s\u0085]+$/g;

/**
 * Reads a callback URL as typed or pasted. The value is its canonical form with hints; the problem says how to
 * correct it. A problem's `params.canonical` is the form to offer, which reads as itself; where something at the end would be
 * taken off, `params.end` is that and `params.kept` the form that keeps it.
 */
export function readCallbackUrl(typed: string, { allowHttp }: { allowHttp: boolean }): Result<CallbackUrl> {
  if (typed.length > urlLimit * 4) return refuse('url_too_long', { limit: urlLimit });
  const visible = visibleText(typed);
  const text = visible.replace(ends, '');
  const formula = readFormulaError(text);
  if (formula !== null) return refuse('formula_error', { text: formula });
  const none = readNoValue(text);
  if (none !== null) return refuse('url_no_value', { text: none });
  const read = readText(text, { allowHttp });
  if (!read.ok) return offerRepair(text, read.problem, allowHttp);
  // No URL holds these marks as they are: a sentence has put them there. Two addresses without a gap are none.
  const { end } = splitEnd(text);
  if (/[^\p{ASCII}]/u.test(end))
    return offerRepair(
      text,
      problem('url_ends_in_mark', { field: 'callbackUrl', params: { end } }),
      allowHttp,
    );
  if (glued.test(text)) return offerRepair(text, problem('url_several', { field: 'callbackUrl' }), allowHttp);
  const { hints } = read.value;
  if (visible !== typed) hints.unshift('removed_invisible');
  if (text !== visible) hints.unshift('removed_spaces');
  return ok({ ...read.value, ending: findEnding(read.value.url, allowHttp) });
}

/** What a URL ends in as a sentence does, percent-encoded or not; null too where it reads as nothing without it. */
function findEnding(url: string, allowHttp: boolean): CallbackUrl['ending'] {
  const [scheme = '', body = ''] = /^(https?:\/\/)(.*)$/.exec(url)?.slice(1) ?? [];
  const mark = splitEnd(decodePercent(body)).end;
  let rest = body;
  for (const each of [...mark].reverse()) {
    const form = [each, encodeURIComponent(each)].find((one) =>
      rest.toUpperCase().endsWith(one.toUpperCase()),
    );
    if (form === undefined) return null;
    rest = rest.slice(0, -form.length);
  }
  const without = mark === '' ? null : readText(`${scheme}${rest}`, { allowHttp });
  return without?.ok ? { mark, without: without.value.url } : null;
}

/** The problem with the address to offer instead, where there is one that may be bound. */
function offerRepair(text: string, found: Problem, allowHttp: boolean): Result<never> {
  const isShort = text.length <= urlLimit * 2;
  const repair =
    isShort && !notRepairable.has(found.code) ? repairUrl(text.replace(/\p{Cc}/gu, ''), { allowHttp }) : null;
  if (repair === 'several') return refuse('url_several');
  const canonical = repair && offerable(repair.url, allowHttp);
  if (repair === null || !canonical?.ok) {
    if (found.code === 'url_not_canonical') return fail(withForm(found, allowHttp));
    const isInside = canonical && repair?.kind !== 'form' && repair?.kind !== 'end';
    return isInside && !canonical.ok ? canonical : fail(found);
  }
  const isPort = found.code === 'url_http_not_allowed' && parseUrl(text)?.port !== '';
  if (canonical.value === text || isPort) return fail(found);
  const kept = repair.kind === 'end' ? parseUrl(text)?.href : undefined;
  const keeps = kept !== undefined && !glued.test(kept) && readText(kept, { allowHttp }).ok;
  return refuse(repair.kind === 'form' ? found.code : codes[repair.kind], {
    canonical: canonical.value,
    ...(repair.end && { end: repair.end }),
    ...(keeps && { kept }),
  });
}

/** The sent form of a repaired text. What still ends in a mark is offered to nobody. */
function offerable(text: string, allowHttp: boolean): Result<string> {
  const url = parseUrl(text)?.href;
  const read = readText(url ?? text, { allowHttp });
  if (!read.ok) return read;
  if (glued.test(read.value.url)) return refuse('url_several');
  return findEnding(read.value.url, allowHttp) === null ? ok(read.value.url) : refuse('url_malformed');
}

/** An unusual way of writing is offered in the usual one, where that is sound. */
function withForm(found: Problem, allowHttp: boolean): Problem {
  const form = offerable(String(found.params?.canonical), allowHttp);
  return form.ok
    ? { ...found, params: { canonical: form.value } }
    : problem('url_malformed', { field: 'callbackUrl' });
}

/** What the text around an address or its way of writing cannot cause: the address itself is to be changed. */
const notRepairable: ReadonlySet<ProblemCode> = new Set([
  'url_missing',
  'url_has_credentials',
  'url_has_fragment',
  'url_has_hidden_part',
  'url_too_long',
]);

const codes: Record<RepairKind, ProblemCode> = {
  wrapped: 'url_wrapped',
  needs_https: 'url_needs_https',
  scheme: 'url_scheme_misspelt',
  end: 'url_ends_in_mark',
  form: 'url_not_canonical',
};
