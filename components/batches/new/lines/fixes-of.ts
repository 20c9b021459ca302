import type { PlannedLine } from '#lib/batches/lines/plan.ts';

/** A text that one press puts into a field of a line. */
export type EditedFix = { field: 'number' | 'callbackUrl'; text: string };
/** Or a line for each number of its cell. */
export type LineFix = EditedFix | { field: 'split'; count: number };

/** What an invalid line may have meant, where that is one of few things. */
export function fixesOf({ problem }: Extract<PlannedLine, { kind: 'invalid' }>): LineFix[] {
  const { params = {} } = problem;
  if (problem.code === 'number_several') return [{ field: 'split', count: Number(params.count) }];
  if (problem.code === 'batch_number_odd') return textsOf('number', [params.number]);
  // The first takes off what a sentence put behind the address, the second keeps it. A URL that a separator may have cut
  // comes with and without its rest.
  const { canonical, kept, whole, short } = problem.field === 'callbackUrl' ? params : {};
  return textsOf('callbackUrl', [canonical, kept, whole, short]);
}

const textsOf = (field: EditedFix['field'], texts: readonly unknown[]): EditedFix[] =>
  texts.flatMap((text) => (typeof text === 'string' ? [{ field, text }] : []));
