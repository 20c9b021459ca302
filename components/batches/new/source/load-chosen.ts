import type { CarriedChoice } from '#components/batches/new/source/handoff-choice.ts';
import { readBatchFacts } from '#lib/batches/actions.ts';
import { boardSource } from '#lib/batches/initial-lines.ts';
import type { BatchFacts, SourceLine, SourceLines } from '#lib/batches/view.ts';
import { callAction } from '#lib/client/call-action.ts';
import { fetchJson, ProblemError } from '#lib/client/fetch-json.ts';
import { waitToRead } from '#lib/client/reading-wait.ts';
import { batchLimits } from '#lib/domain/batch.ts';

/** Numbers asked for at once: an answer of 20,000 would hold up the page's own thread. */
const numbersAtOnce = 2_000;

type Key = { appId: string; number: string };

/** Lines of the numbers that were chosen on the board, each with what it was last bound to. Rejects with a ProblemError. */
export async function loadChosen(
  { search, keys }: CarriedChoice,
  batchKey: string,
  signal: AbortSignal,
): Promise<SourceLines> {
  if (search === null) return loadKeys(keys.flatMap(toKey), batchKey, signal);
  const { lines, more } = await fetchJson<SourceLines>(boardSource(search), signal);
  const out = new Set(keys);
  return { lines: lines.filter(({ appId, number }) => !out.has(`${appId}.${number}`)), more };
}

async function loadKeys(keys: readonly Key[], batchKey: string, signal: AbortSignal): Promise<SourceLines> {
  const lines: SourceLine[] = [];
  for (let from = 0; from < Math.min(keys.length, batchLimits.rows); from += numbersAtOnce) {
    const some = keys.slice(from, Math.min(from + numbersAtOnce, batchLimits.rows));
    let answer = await callAction(readBatchFacts, { keys: some, batchKey });
    while (!answer.ok && answer.problem.code === 'reading_paced') {
      await waitToRead(answer.problem, signal);
      answer = await callAction(readBatchFacts, { keys: some, batchKey });
    }
    if (!answer.ok) throw new ProblemError(answer.problem);
    lines.push(...some.map((key, place) => toLine(key, answer.value, place)));
  }
  return { lines, more: keys.length > batchLimits.rows };
}

function toLine(key: Key, { facts, urls }: BatchFacts, place: number): SourceLine {
  const fact = facts[place] ?? null;
  const callbackUrl = fact?.url == null ? null : (urls[fact.url] ?? null);
  return { ...key, numberType: fact?.numberType ?? null, callbackUrl };
}

function toKey(text: string): Key[] {
  const dot = text.indexOf('.');
  return dot > 0 ? [{ appId: text.slice(0, dot), number: text.slice(dot + 1) }] : [];
}
