import type { FieldErrors, ResolverResult } from 'react-hook-form';
import type { CheckOptions } from '#components/bind-form/bind-check.ts';
import type { BindValues } from '#components/bind-form/bind-values.ts';
import { loadReaders } from '#components/bind-form/use-parsers.ts';
import type { BindContent } from '#components/review/review-request.ts';
import type { KnownNumbers } from '#lib/domain/numbers/known-numbers.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** The fields an error can stand at, in the order of the form. `root` is the form as a whole. */
const order = ['root', 'appId', 'number', 'callbackUrl', 'reason'] as const;

/**
 * The form's rules for React Hook Form. They load on the first submit: nothing is judged before. Rejects when
 * they cannot be loaded.
 */
export async function resolveBindValues(
  values: BindValues,
  options: CheckOptions,
): Promise<ResolverResult<BindValues, BindContent>> {
  const { checkBindValues, candidatesOf, readNumber } = await loadReaders();
  const { home } = options;
  const candidates = candidatesOf(readNumber(values.number, home ? { home } : {}));
  const known = await askKnown(values.appId, candidates);
  const checked = checkBindValues(values, { ...options, known });
  if (checked.ok) return { values: checked.value, errors: {} };
  return { values: {}, errors: Object.fromEntries(checked.problem.map((one) => [one.field, asError(one)])) };
}

/** Asks again at submit: the question that typing started may not be answered yet. */
async function askKnown(appId: string, candidates: readonly string[]): Promise<KnownNumbers> {
  if (candidates.length === 0) return new Map();
  const { loadKnown } = await import('#components/bind-form/known-loader.ts');
  return loadKnown(appId, candidates);
}

/** An error carries its problem as text, not a sentence: the sentence then follows a change of language. */
export const asError = (problem: Problem) => ({ type: problem.code, message: JSON.stringify(problem) });

/** The problems of the form in the order of its fields. */
export const problemsIn = (errors: FieldErrors<BindValues>): Problem[] =>
  order.flatMap((field) => {
    const text = errors[field]?.message;
    return text ? [JSON.parse(text) as Problem] : [];
  });
