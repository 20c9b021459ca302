import type { LineKind } from '#components/batches/new/lines/classify-lines.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';
import { toRanges } from '#lib/batches/lines/reading.ts';
import type { BatchReading } from '#lib/domain/batch.ts';
import type { LineChoice } from '#lib/domain/numbers/number-question.ts';

/** What many lines leave open alike. `groups`: in the order of the first line's choices, the home country's first. */
export type Question = {
  question: string;
  groups: string[];
  count: number;
  example: { typed: string; choices: LineChoice[] };
};
/** One that was answered for all of its lines. */
export type Answered = { question: string; group: string; lines: number[] };

/** Groups that leave one meaning of a line. */
function settlingGroups(choices: readonly LineChoice[]): string[] {
  const groups = Map.groupBy(choices, ({ group }) => group);
  return [...groups].flatMap(([group, own]) => (group !== 'as_typed' && own.length === 1 ? [group] : []));
}

/** Questions that are open, those of the most lines first. Lines whose numbers are still looked up may not need one. */
export function questionsOf(plan: readonly PlannedLine[], kinds: readonly LineKind[]): Question[] {
  const questions = new Map<string, Question>();
  for (const [place, planned] of plan.entries()) {
    if (planned.kind !== 'ask' || kinds[place] !== 'ask') continue;
    const { question, choices, typed } = planned;
    const groups = settlingGroups(choices);
    // Nothing that is said of all such lines decides this one: it has its own choice.
    if (groups.length === 0) continue;
    const found = questions.get(question);
    if (found) {
      found.count += 1;
      found.groups = [...new Set([...found.groups, ...groups])];
    } else
      questions.set(question, {
        question,
        groups,
        count: 1,
        example: { typed: typed.number, choices },
      });
  }
  return [...questions.values()].sort((one, other) => other.count - one.count);
}

/** Answers that lines were read by, with these lines. */
export function answeredOf(plan: readonly PlannedLine[]): Answered[] {
  const found = new Map<string, Answered>();
  for (const planned of plan) {
    const answered =
      planned.kind === 'ready' || planned.kind === 'duplicate' ? planned.reading.answered : null;
    if (!answered) continue;
    const { question, group } = answered;
    const entry = found.get(question) ?? { question, group, lines: [] };
    entry.lines.push(planned.line);
    found.set(question, entry);
  }
  return [...found.values()];
}

/** What is told with a batch: how those of its lines were read that a person decided. */
export function readingsOf(plan: readonly PlannedLine[], sent: readonly { line: number }[]): BatchReading[] {
  const lines = new Set(sent.map(({ line }) => line));
  return answeredOf(plan.filter(({ line }) => lines.has(line))).map(({ lines: own, ...rest }) => ({
    ...rest,
    lines: toRanges(own.toSorted((one, other) => one - other)),
  }));
}
