'use client';

import { CircleCheck, CircleDashed, CircleQuestionMark, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/badge.tsx';
import type { NumberLabel } from '#lib/domain/numbers/number-state.ts';

const looks = {
  set: { tone: 'good', icon: CircleCheck },
  unknown: { tone: 'warn', icon: CircleQuestionMark },
  never: { tone: 'neutral', icon: CircleDashed },
  sending: { tone: 'accent', icon: LoaderCircle, spin: true },
} as const;

/** How sure this console is of a number, as icon and words. */
export function LabelBadge({ label }: { label: NumberLabel | 'sending' }) {
  const t = useTranslations('numberState.label');
  return <Badge {...looks[label]}>{t(label)}</Badge>;
}
