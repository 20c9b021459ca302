import { CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { PersonState } from '#lib/people/view.ts';

const looks: Record<PersonState, { tone: Tone; icon: LucideIcon }> = {
  active: { tone: 'good', icon: CircleCheck },
  invited: { tone: 'neutral', icon: CircleDashed },
  disabled: { tone: 'bad', icon: CircleSlash },
};

export function StateBadge({ state }: { state: PersonState }) {
  const t = useTranslations('people.states');
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}
