import type { TypedLine } from '#lib/domain/batch-columns.ts';
import { readCallbackUrl } from '#lib/domain/callback-url.ts';
import type { Certainty, NumberType } from '#lib/domain/outcome.ts';
import { type NumberShape, readNumber } from '#lib/domain/phone-number.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';

/** What a line would send. */
export type Wanted = { appId: string; number: string; numberType: NumberType | null; callbackUrl: string };

export type ReadyLine = { kind: 'ready'; line: number; typed: TypedLine } & Wanted;
export type PlannedLine =
  | ReadyLine
  | { kind: 'invalid'; line: number; typed: TypedLine; problem: Problem }
  /** `same`: the same change as in line `ofLine`, folded into it; else another one for the same number, to be chosen from. */
  | ({ kind: 'duplicate'; line: number; typed: TypedLine; ofLine: number; same: boolean } & Wanted);

type Given = { apps: readonly { id: string; name: string }[]; allowHttp: boolean };

/** How number types are written, without case and blanks. */
const typeWords: Record<string, NumberType | null> = {
  ...{
    number: 'number',
    line: 'number',
    linenumber: 'number',
    外线: 'number',
    线路: 'number',
    外线号码: 'number',
  },
  ...{ inner: 'inner', internal: 'inner', internalnumber: 'inner', 内线: 'inner', 内线号码: 'inner' },
  ...{ '-': null, none: null, notsent: null, 不发送: null, 未发送: null },
};

function readApp(text: string, apps: Given['apps']): Result<string> {
  if (text === '') return fail(problem('app_missing', { field: 'appId' }));
  const byName = apps.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  // A name that two apps share names neither; an id always does.
  const named = apps.find(({ id }) => id === text) ?? (byName.length === 1 ? byName[0] : undefined);
  return named ? ok(named.id) : fail(problem('app_not_allowed', { field: 'appId' }));
}

function readOneNumber(text: string): Result<{ sent: string; shape: NumberShape }> {
  const reading = readNumber(text);
  if (reading.kind === 'ready') return ok({ sent: reading.sent, shape: reading.shape });
  if (reading.kind === 'empty') return fail(problem('number_missing', { field: 'number' }));
  if (reading.kind === 'invalid') return fail(reading.problem);
  const code = reading.kind === 'several' ? 'number_several' : 'number_ambiguous';
  return fail(problem(code, { field: 'number' }));
}

/** Left out: what the form suggests for such a number. */
function readType(text: string, shape: NumberShape): Result<NumberType | null> {
  if (text === '') return ok(shape === 'inner' ? 'inner' : 'number');
  const word = text.toLowerCase().replace(/[\s_]/g, '');
  const known = typeWords[word];
  return Object.hasOwn(typeWords, word) && known !== undefined
    ? ok(known)
    : fail(problem('number_type_unknown', { field: 'numberType' }));
}

/** Reads every line of a batch by the rules of the bind form. Pure, so that browser and server decide alike. */
export function planLines(lines: readonly TypedLine[], given: Given): PlannedLine[] {
  const apps = new Map<string, Result<string>>();
  const urls = new Map<string, Result<string>>();
  const remember = <T>(known: Map<string, Result<T>>, text: string, read: () => Result<T>): Result<T> => {
    const value = known.get(text) ?? read();
    known.set(text, value);
    return value;
  };
  const planOne = (typed: TypedLine): PlannedLine => {
    const { line } = typed;
    const app = remember(apps, typed.app, () => readApp(typed.app, given.apps));
    const number = readOneNumber(typed.number);
    const type = number.ok ? readType(typed.numberType, number.value.shape) : ok(null);
    const url = remember(urls, typed.callbackUrl, () => readUrl(typed.callbackUrl, given.allowHttp));
    const wrong = [number, url, app, type].find((part) => !part.ok);
    if (wrong && !wrong.ok) return { kind: 'invalid', line, typed, problem: wrong.problem };
    if (!app.ok || !number.ok || !type.ok || !url.ok) throw new Error('unreachable');
    const wanted = {
      appId: app.value,
      number: number.value.sent,
      numberType: type.value,
      callbackUrl: url.value,
    };
    return { kind: 'ready', line, typed, ...wanted };
  };
  return foldDuplicates(lines.map(planOne));
}

function readUrl(text: string, allowHttp: boolean): Result<string> {
  if (text === '') return fail(problem('url_missing', { field: 'callbackUrl' }));
  const read = readCallbackUrl(text, { allowHttp });
  return read.ok ? ok(read.value.url) : read;
}

const sameChange = (one: Wanted, other: Wanted): boolean =>
  one.callbackUrl === other.callbackUrl && one.numberType === other.numberType;

/** A number that stands in several lines: the first counts where all agree, and none where they do not. */
function foldDuplicates(planned: PlannedLine[]): PlannedLine[] {
  const byNumber = Map.groupBy(
    planned.filter((each) => each.kind === 'ready'),
    ({ appId, number }) => `${appId} ${number}`,
  );
  return planned.map((each) => {
    if (each.kind !== 'ready') return each;
    const all = byNumber.get(`${each.appId} ${each.number}`) ?? [];
    const [first] = all;
    if (!first || all.length === 1) return each;
    const agree = all.every((other) => sameChange(first, other));
    if (agree && each.line === first.line) return each;
    return { ...each, kind: 'duplicate', ofLine: first.line, same: agree };
  });
}

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
