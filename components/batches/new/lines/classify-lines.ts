import { judgeLine } from '#lib/batches/lines/classify-line.ts';
import type { AppNumber, PlannedLine } from '#lib/batches/lines/plan.ts';
import type { BatchLine } from '#lib/batches/schema.ts';
import type { BatchFact, BatchFacts } from '#lib/batches/view.ts';

/** What is known of a number; URLs and people are named by their places in the lists. */
export type Known = {
  fact: BatchFact | null;
  /** Never set here, and on the provider's list. */
  listed: boolean;
  urls: readonly string[];
  people: readonly string[];
};
export type KnownNumbers = ReadonlyMap<string, Known>;

/** `pending` until what is known of its number has been read. */
export type LineKind = 'ask' | 'bind' | 'replace' | 'unchanged' | 'invalid' | 'duplicate' | 'pending';

/** What the list can be narrowed to. */
export type Shown = 'all' | Exclude<LineKind, 'pending'> | 'unusual' | 'changed';

/** How many lines of each kind; a `contradiction` is a duplicate that says something else. */
export type LineCounts = Record<Shown | 'pending' | 'contradiction', number>;

type Key = { appId: string; number: string };
export const keyOf = ({ appId, number }: Key): string => `${appId} ${number}`;

/** The URL that a number is known to have, null where none is. */
export const knownUrl = (known: Known | undefined): string | null =>
  known?.fact?.url == null ? null : (known.urls[known.fact.url] ?? null);

/** Numbers that a line would be sent for, or may mean. */
function keysOf(planned: PlannedLine): Key[] {
  if (planned.kind === 'ready') return [{ appId: planned.appId, number: planned.number }];
  return planned.kind === 'ask'
    ? planned.choices.map(({ sent }) => ({ appId: planned.appId, number: sent }))
    : [];
}

/**
 * Which of the numbers that open lines may mean their apps already have: those settle the question. Null until all of them
 * have been looked up.
 */
export function knownOfOpen(plan: readonly PlannedLine[], known: KnownNumbers): AppNumber[] | null {
  const found = new Map<string, AppNumber>();
  for (const planned of plan)
    if (planned.kind === 'ask')
      for (const key of keysOf(planned)) {
        const fact = known.get(keyOf(key));
        if (fact === undefined) return null;
        if (fact.fact !== null || fact.listed)
          found.set(keyOf(key), { ...key, numberType: fact.fact?.numberType ?? null });
      }
  return [...found.values()];
}

/** Numbers of lines whose facts have not been read, each once, in the order of the lines; the first so many. */
export function keysToRead(plan: readonly PlannedLine[], known: KnownNumbers, most: number): Key[] {
  const keys = new Map<string, Key>();
  for (const planned of plan) {
    if (keys.size >= most) break;
    for (const each of keysOf(planned)) {
      const key = keyOf(each);
      if (!known.has(key)) keys.set(key, each);
    }
  }
  return [...keys.values()];
}

/** What was known and what has just been read of these keys, together. */
export function withFacts(known: KnownNumbers, keys: readonly Key[], read: BatchFacts): KnownNumbers {
  const { urls, people } = read;
  const listed = new Set(read.listed);
  const next = new Map(known);
  keys.forEach((key, place) => {
    next.set(keyOf(key), { fact: read.facts[place] ?? null, listed: listed.has(place), urls, people });
  });
  return next;
}

/** What would become of every line. */
export const kindsOf = (plan: readonly PlannedLine[], known: KnownNumbers): LineKind[] =>
  plan.map((planned) => {
    if (planned.kind === 'ask')
      return keysOf(planned).every((key) => known.has(keyOf(key))) ? 'ask' : 'pending';
    if (planned.kind !== 'ready') return planned.kind;
    const found = known.get(keyOf(planned));
    return found === undefined ? 'pending' : judgeLine(planned, found.fact, found.urls);
  });

/** Its number is worth a look digit by digit. */
export const isUnusual = (planned: PlannedLine): boolean =>
  (planned.kind === 'ready' || planned.kind === 'duplicate') && planned.reading.isUnusual;

export function countLines(
  plan: readonly PlannedLine[],
  kinds: readonly LineKind[],
  changed: ReadonlySet<number>,
): LineCounts {
  const counts: LineCounts = {
    ...{ all: plan.length, ask: 0, bind: 0, replace: 0, unchanged: 0, invalid: 0, duplicate: 0 },
    ...{ unusual: 0, changed: 0, pending: 0, contradiction: 0 },
  };
  plan.forEach((planned, place) => {
    counts[kinds[place] ?? 'pending'] += 1;
    if (changed.has(planned.line)) counts.changed += 1;
    if (isUnusual(planned)) counts.unusual += 1;
    if (planned.kind === 'duplicate' && !planned.same) counts.contradiction += 1;
  });
  return counts;
}

type Shows = { shown: Shown; changed: ReadonlySet<number>; held: ReadonlySet<number> };

/**
 * Places of the lines that are shown. `held`: lines edited since the kind was chosen; they stay, or a line that has just
 * been mended would vanish from under the hands that mended it.
 */
export function placesToShow(
  plan: readonly PlannedLine[],
  kinds: readonly LineKind[],
  { shown, changed, held }: Shows,
): number[] {
  const places: number[] = [];
  plan.forEach((planned, place) => {
    const { line } = planned;
    const fits =
      shown === 'all' ||
      (shown === 'changed'
        ? changed.has(line)
        : shown === 'unusual'
          ? isUnusual(planned)
          : kinds[place] === shown);
    if (fits || held.has(line)) places.push(place);
  });
  return places;
}

/** The lines as they are sent: those that change something, and unchanged ones where somebody wants them sent. */
export function linesToSend(
  plan: readonly PlannedLine[],
  known: KnownNumbers,
  alsoUnchanged: boolean,
): BatchLine[] {
  const lines: BatchLine[] = [];
  for (const planned of plan) {
    const found = planned.kind === 'ready' ? known.get(keyOf(planned)) : undefined;
    if (planned.kind !== 'ready' || found === undefined) continue;
    if (!alsoUnchanged && judgeLine(planned, found.fact, found.urls) === 'unchanged') continue;
    const { line, appId, number, numberType, callbackUrl } = planned;
    lines.push({ line, appId, number, numberType, callbackUrl, seen: found.fact?.newestBindingId ?? null });
  }
  return lines;
}
