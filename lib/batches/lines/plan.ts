import type { TypedLine } from '#lib/batches/lines/columns.ts';
import { defaultHomeCountry, type HomeCountry } from '#lib/domain/numbers/home-country.ts';
import { type KnownNumbers, settleByKnown } from '#lib/domain/numbers/known-numbers.ts';
import { choiceKey, meaningGroup, type NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';
import {
  type LineChoice,
  type LineReading,
  questionOf,
  toLineChoice,
  toLineReading,
} from '#lib/domain/numbers/number-question.ts';
import { readTypeWord } from '#lib/domain/numbers/number-type-words.ts';
import { meaningsIn, type NumberShape, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { readFormulaError } from '#lib/domain/numbers/spreadsheet-cell.ts';
import type { NumberType } from '#lib/domain/outcome.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';
import { type UrlWarning, warningsOf } from '#lib/domain/urls/callback-url-warnings.ts';

/** What a line would send. */
export type Wanted = { appId: string; number: string; numberType: NumberType | null; callbackUrl: string };

type Read = {
  line: number;
  typed: TypedLine;
  /** What to mind about its URL, to be drawn beside it. */
  hints: UrlWarning[];
  reading: LineReading;
} & Wanted;

export type ReadyLine = { kind: 'ready' } & Read;
export type PlannedLine =
  | ReadyLine
  | { kind: 'invalid'; line: number; typed: TypedLine; problem: Problem }
  /** Its number can mean more than one thing; lines of one `question` are asked about together. */
  | { kind: 'ask'; line: number; typed: TypedLine; appId: string; question: string; choices: LineChoice[] }
  /** `same`: the same change as in line `ofLine`, folded into it; else another one for the same number, to be chosen from. */
  | ({ kind: 'duplicate'; ofLine: number; same: boolean } & Read);

/** A number that an app already has, and as what it was last bound; null where that was not sent. */
export type AppNumber = { appId: string; number: string; numberType: NumberType | null };

type App = { id: string; name: string };

type Given = {
  apps: readonly App[];
  /** Apps in which nothing is bound any more, to be told as such. */
  retired?: readonly App[];
  allowHttp: boolean;
  /** The country whose numbers need no country code. */
  home?: HomeCountry;
  /** Numbers that settle a meaning without a question. */
  known?: readonly AppNumber[];
  /** Which group a person chose for all lines of a question. */
  answers?: ReadonlyMap<string, string>;
};

function failedFormula(text: string, field: 'appId' | 'numberType'): Result<never> | null {
  const formula = readFormulaError(text);
  return formula === null ? null : fail(problem('formula_error', { field, params: { text: formula } }));
}

/** An app by its id, or by a name that no other one has. */
function findApp(text: string, apps: readonly App[]): App | undefined {
  const byName = apps.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  // A name that two apps share names neither; an id always does.
  return apps.find(({ id }) => id === text) ?? (byName.length === 1 ? byName[0] : undefined);
}

function readApp(text: string, { apps, retired = [] }: Given): Result<string> {
  if (text === '') return fail(problem('app_missing', { field: 'appId' }));
  const named = findApp(text, apps);
  if (named) return ok(named.id);
  const gone = findApp(text, retired);
  if (gone) return fail(problem('app_retired', { field: 'appId', params: { name: gone.name } }));
  return failedFormula(text, 'appId') ?? fail(problem('app_not_allowed', { field: 'appId' }));
}

const homeFirst = (choices: LineChoice[], home: HomeCountry): LineChoice[] => [
  ...choices.filter(({ region }) => region === home),
  ...choices.filter(({ region }) => region !== home),
];

type NumberRead =
  | { kind: 'read'; meaning: NumberMeaning; reading: LineReading }
  | { kind: 'ask'; choices: LineChoice[]; question: string };

/** What the number of a line means: by itself, by what the app has, by the line's own choice, or by an answer for all of its kind. */
function readLineNumber(
  { number: text, chosen }: TypedLine,
  { home, answers }: Given,
  known: KnownNumbers,
): Result<NumberRead> {
  const reading = settleByKnown(readNumber(text, home ? { home } : {}), known);
  if (reading.kind === 'empty') return fail(problem('number_missing', { field: 'number' }));
  if (reading.kind === 'invalid') return fail(reading.problem);
  if (reading.kind === 'several')
    return fail(problem('number_several', { field: 'number', params: { count: reading.numbers.length } }));
  const meanings = meaningsIn(reading);
  const own = chosen === undefined ? undefined : meanings.find((each) => choiceKey(each) === chosen);
  if (own) return ok({ kind: 'read', meaning: own, reading: toLineReading(own, 'person') });
  const [only] = meanings;
  if (reading.kind === 'ready' && only)
    return ok({ kind: 'read', meaning: only, reading: toLineReading(only, reading.settledBy) });
  const choices = homeFirst(meanings.map(toLineChoice), home ?? defaultHomeCountry);
  const question = questionOf(choices);
  const group = answers?.get(question);
  const fitting = meanings.filter((each) => meaningGroup(each) === group);
  const [answer] = fitting;
  // An answer that leaves two meanings of one line open settles nothing for it.
  if (group !== undefined && answer && fitting.length === 1)
    return ok({
      kind: 'read',
      meaning: answer,
      reading: toLineReading(answer, 'answer', { question, group }),
    });
  return ok({ kind: 'ask', choices, question });
}

/** Left out: what the form suggests for such a number. */
function readType(text: string, shape: NumberShape): Result<NumberType | null> {
  if (text === '') return ok(shape === 'inner' ? 'inner' : 'number');
  const known = readTypeWord(text);
  if (known !== undefined) return ok(known);
  return failedFormula(text, 'numberType') ?? fail(problem('number_type_unknown', { field: 'numberType' }));
}

/** Reads every line of a batch by the rules of the bind form. Pure, so that browser and server decide alike. */
export function planLines(lines: readonly TypedLine[], given: Given): PlannedLine[] {
  const apps = new Map<string, Result<string>>();
  const urls = new Map<string, ReturnType<typeof readUrl>>();
  const remember = <T>(known: Map<string, Result<T>>, text: string, read: () => Result<T>): Result<T> => {
    const value = known.get(text) ?? read();
    known.set(text, value);
    return value;
  };
  const known = new Map<string, Map<string, NumberShape | null>>();
  for (const { appId, number, numberType } of given.known ?? []) {
    const numbers = known.get(appId) ?? new Map<string, NumberShape | null>();
    known.set(
      appId,
      numbers.set(number, numberType === null ? null : numberType === 'inner' ? 'inner' : 'line'),
    );
  }
  const none: KnownNumbers = new Map();
  const planOne = (typed: TypedLine): PlannedLine => {
    const { line } = typed;
    if (typed.problem) return { kind: 'invalid', line, typed, problem: typed.problem };
    const app = remember(apps, typed.app, () => readApp(typed.app, given));
    const number = readLineNumber(typed, given, known.get(app.ok ? app.value : '') ?? none);
    const shape = number.ok && number.value.kind === 'read' ? number.value.meaning.shape : 'line';
    const type = readType(typed.numberType, shape);
    const url = remember(urls, typed.callbackUrl, () => readUrl(typed.callbackUrl, given.allowHttp));
    const wrong = [number, url, app, type].find((part) => !part.ok);
    if (wrong && !wrong.ok) return { kind: 'invalid', line, typed, problem: wrong.problem };
    if (!app.ok || !number.ok || !type.ok || !url.ok) throw new Error('unreachable');
    const found = number.value;
    if (found.kind === 'ask') return { ...found, line, typed, appId: app.value };
    const wanted = {
      appId: app.value,
      number: found.meaning.sent,
      numberType: type.value,
      callbackUrl: url.value.url,
    };
    return { kind: 'ready', line, typed, hints: url.value.hints, reading: found.reading, ...wanted };
  };
  return foldDuplicates(lines.map(planOne));
}

function readUrl(text: string, allowHttp: boolean): Result<{ url: string; hints: UrlWarning[] }> {
  if (text === '') return fail(problem('url_missing', { field: 'callbackUrl' }));
  const read = readCallbackUrl(text, { allowHttp });
  return read.ok ? ok({ url: read.value.url, hints: warningsOf(read.value.url) }) : read;
}

const sameChange = (one: Wanted, other: Wanted): boolean =>
  one.callbackUrl === other.callbackUrl && one.numberType === other.numberType;

/**
 * A number that stands in several lines. Each line is judged by itself: it is folded into the first one that says the same;
 * of those that say different things a person chooses one.
 */
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
    const alike = all.find((other) => sameChange(other, each)) ?? each;
    if (alike !== each) return { ...each, kind: 'duplicate', ofLine: alike.line, same: true };
    if (all.every((other) => sameChange(first, other))) return each;
    return { ...each, kind: 'duplicate', ofLine: first.line, same: false };
  });
}
