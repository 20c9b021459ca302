'use client';

import { useTranslations } from 'use-intl';
import type { Problem } from '#lib/domain/problem.ts';

/** The sentence for a problem in the viewer's language, with how to mend it. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problems');
  return ({ code, params }) => t(code, params ?? {});
}
