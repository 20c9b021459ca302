'use client';
'use no memo';

import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { BindingState } from '#lib/domain/outcome.ts';

const looks: Record<BindingState, { tone: Tone; icon: LucideIcon }> = {
  queued: { tone: 'neutral', icon: CircleDashed },
  sending: { tone: 'accent', icon: LoaderCircle },
  bound: { tone: 'good', icon: CircleCheck },
  refused: { tone: 'bad', icon: CircleX },
  unknown: { tone: 'warn', icon: CircleQuestionMark },
  unsent: { tone: 'neutral', icon: CircleSlash },
  denied: { tone: 'neutral', icon: Ban },
};

/** Where a binding stands, as icon and word; readable in greyscale. */
export function OutcomeBadge({ state }: { state: BindingState }) {
  const t = useTranslations('ui.outcome');
  return (
    <Badge {...looks[state]} spin={state === 'sending'}>
      {t(state)}
    </Badge>
  );
}
