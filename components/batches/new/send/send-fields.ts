import { typedConfirmationOver } from '#lib/domain/batch.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { reasonLimit } from '#lib/domain/reason.ts';

/** What is typed beside the button that sends. */
export type SendFields = { title: string; reason: string; confirmed: string; alsoUnchanged: boolean };

/** The count as typed, also the way it is shown: `1,234`. Null: not a count. */
export function readCount(typed: string): number | null {
  const digits = typed.normalize('NFKC').replace(/[\s,.'’]/g, '');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** What is wrong with the fields for a batch of so many lines, in their order. */
export function checkSendFields({ reason, confirmed }: SendFields, count: number): Problem[] {
  const problems: Problem[] = [];
  if (reason.trim().length > reasonLimit)
    problems.push(problem('reason_too_long', { field: 'reason', params: { limit: reasonLimit } }));
  if (count > typedConfirmationOver && readCount(confirmed) !== count)
    problems.push(problem('batch_count_not_typed', { field: 'confirmed', params: { count } }));
  return problems;
}

/** How long so many lines take at a rate, in the unit it is read in. */
export function estimate(count: number, perSecond: number): { unit: 'seconds' | 'minutes'; time: number } {
  const seconds = Math.ceil(count / perSecond);
  return seconds < 120
    ? { unit: 'seconds', time: seconds }
    : { unit: 'minutes', time: Math.ceil(seconds / 60) };
}
