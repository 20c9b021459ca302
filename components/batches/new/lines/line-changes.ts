import { replaceInUrls } from '#lib/batches/lines/classify-line.ts';
import type { TypedLine } from '#lib/batches/lines/columns.ts';
import { readNumber } from '#lib/domain/numbers/phone-number.ts';
import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';

/** A cell being edited, and what is typed into it. */
export type LineEdit = { line: number; field: EditableField; text: string };

/** What can be changed in a single line. */
export type EditableField = 'app' | 'number' | 'numberType' | 'callbackUrl';
export type LinePatch = Partial<Pick<TypedLine, EditableField>>;

/** Kinds of what may be done to the URLs of all lines with one press: the address that is found in a text, or without its end. */
export type UrlFixCode =
  | 'url_ends_in_mark'
  | 'url_wrapped'
  | 'url_needs_https'
  | 'url_scheme_misspelt'
  | 'url_not_canonical';

/**
 * What a person did to the lines of a dry run. Kept in order instead of as lines: it stays right when a column is mapped
 * to something else, and costs nothing to hand to the worker.
 */
export type LineChange =
  | { kind: 'edit'; line: number; patch: LinePatch }
  /** Which meaning of its number a line has; see `TypedLine`. */
  | { kind: 'choose'; line: number; key: string }
  /** Which group of meanings all lines of a question have; null: they are to be decided again. */
  | { kind: 'answer'; question: string; group: string | null }
  /** A cell with several numbers becomes as many lines. */
  | { kind: 'split'; line: number }
  | { kind: 'remove'; lines: readonly number[] }
  | { kind: 'replace'; find: string; replacement: string }
  | { kind: 'setUrl'; url: string }
  /** Puts the address that is offered into all lines that it is offered for alike. */
  | { kind: 'fixUrls'; code: UrlFixCode }
  /** Puts `value` into a field of all lines that say `typed` there. */
  | { kind: 'fill'; field: Exclude<EditableField, 'number'>; typed: string; value: string };

/** The field of a problem, as a line calls it. */
const fieldOf = (field: string): string => (field === 'appId' ? 'app' : field);

/** A line with other texts. What the table was unsure of is settled by an edit of that field, else by any. */
function edited({ problem, chosen, ...line }: TypedLine, patch: LinePatch): TypedLine {
  const isSettled = problem?.field === undefined || fieldOf(problem.field) in patch;
  return {
    ...line,
    ...patch,
    ...(problem && !isSettled && { problem }),
    ...(chosen !== undefined && !('number' in patch) && { chosen }),
  };
}

/** One line for each number of a cell. The new ones stand behind it, with line numbers that no line has. */
function split(lines: readonly TypedLine[], at: number): TypedLine[] {
  let last = lines.reduce((most, { line }) => Math.max(most, line), 0);
  return lines.flatMap((line) => {
    const reading = line.line === at ? readNumber(line.number) : null;
    if (reading?.kind !== 'several') return [line];
    return reading.numbers.map((number, place) => {
      if (place > 0) last += 1;
      return { ...edited(line, { number }), line: place === 0 ? at : last };
    });
  });
}

type Given = { allowHttp?: boolean };

/** The address that one press puts in a text's place; null where that is not offered by this code. */
function fixedUrl(text: string, code: UrlFixCode, allowHttp: boolean): string | null {
  const read = readCallbackUrl(text, { allowHttp });
  if (read.ok) return code === 'url_ends_in_mark' ? (read.value.ending?.without ?? null) : null;
  const { canonical } = read.problem.params ?? {};
  return read.problem.code === code && typeof canonical === 'string' ? canonical : null;
}

/** The same text stands in many lines. */
function fixUrls(lines: readonly TypedLine[], code: UrlFixCode, allowHttp: boolean): TypedLine[] {
  const fixes = new Map<string, string | null>();
  return lines.map((line) => {
    const text = line.callbackUrl;
    const fix = fixes.has(text) ? fixes.get(text) : text === '' ? null : fixedUrl(text, code, allowHttp);
    fixes.set(text, fix ?? null);
    return fix == null ? line : edited(line, { callbackUrl: fix });
  });
}

function applyChange(
  lines: readonly TypedLine[],
  change: LineChange,
  { allowHttp = false }: Given,
): TypedLine[] {
  switch (change.kind) {
    case 'remove': {
      const removed = new Set(change.lines);
      return lines.filter(({ line }) => !removed.has(line));
    }
    case 'split':
      return split(lines, change.line);
    case 'replace':
      return replaceInUrls(lines, change.find, change.replacement);
    case 'setUrl':
      return lines.map((line) => edited(line, { callbackUrl: change.url }));
    case 'fixUrls':
      return fixUrls(lines, change.code, allowHttp);
    case 'fill':
      return lines.map((line) =>
        line[change.field] === change.typed ? edited(line, { [change.field]: change.value }) : line,
      );
    case 'choose':
      return lines.map((line) => (line.line === change.line ? { ...line, chosen: change.key } : line));
    case 'answer':
      return [...lines];
    case 'edit':
      return lines.map((line) => (line.line === change.line ? edited(line, change.patch) : line));
  }
}

/** The lines after these changes. */
export const applyChanges = (
  lines: readonly TypedLine[],
  changes: readonly LineChange[],
  given: Given = {},
): TypedLine[] =>
  changes.reduce<TypedLine[]>((changed, change) => applyChange(changed, change, given), [...lines]);

/** What a person answered for all lines of a question, the last answer each. */
export function answersOf(changes: readonly LineChange[]): Map<string, string> {
  const answers = new Map<string, string>();
  for (const change of changes) {
    if (change.kind !== 'answer') continue;
    if (change.group === null) answers.delete(change.question);
    else answers.set(change.question, change.group);
  }
  return answers;
}
