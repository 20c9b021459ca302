import { useProblemText } from '#components/form/problem-text.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** The words beside a field: the same as in the summary, or nothing. */
export function useFieldErrors(problems: readonly Problem[]): (field: string) => string | undefined {
  const text = useProblemText();
  return (field) => {
    const found = problems.find((problem) => problem.field === field);
    return found ? text(found) : undefined;
  };
}
