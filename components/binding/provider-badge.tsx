'use client';

import { Ban, CircleAlert, ListX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/badge.tsx';
import type { ProviderState } from '#lib/domain/numbers/number-state.ts';

const looks = {
  overdue: { tone: 'warn', icon: CircleAlert },
  disabled: { tone: 'bad', icon: Ban },
  violation: { tone: 'bad', icon: TriangleAlert },
  other: { tone: 'neutral', icon: CircleAlert },
  missing: { tone: 'neutral', icon: ListX },
} as const;

/** The provider's state of a number: plain words where all is well or nothing is known, a badge for what wants a look. */
export function ProviderBadge({ state, code }: { state: ProviderState; code: number | null }) {
  const t = useTranslations('numberState');
  if (state === 'normal') return <span className="text-sm text-ink-2">{t('provider.normal')}</span>;
  if (state === 'unread') return <span className="text-sm text-ink-3">{t('provider.unread')}</span>;
  const raw = state === 'other' && code !== null;
  return <Badge {...looks[state]}>{raw ? t('code', { code }) : t(`provider.${state}`)}</Badge>;
}
