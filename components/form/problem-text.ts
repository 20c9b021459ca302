'use client';

import { useTranslations } from 'use-intl';
import { isUnclear, type Problem } from '#lib/domain/problem.ts';

/** The sentence for a problem in the viewer's language, with how to mend it. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problems');
  return ({ code, params }) => t(code, params ?? {});
}

/** The same for what sends: where no clear answer came, the sentence says that it may have been sent. */
export function useSendProblemText(): (problem: Problem) => string {
  const text = useProblemText();
  const t = useTranslations('ui');
  return (problem) => (isUnclear(problem) ? t('maybeSent', { sentence: text(problem) }) : text(problem));
}
