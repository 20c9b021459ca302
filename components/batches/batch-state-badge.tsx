'use client';
'use no memo';

import { CircleCheck, CirclePause, CircleStop, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { BatchState } from '#lib/domain/batch.ts';

const looks: Record<BatchState, { tone: Tone; icon: LucideIcon }> = {
  running: { tone: 'accent', icon: LoaderCircle },
  paused: { tone: 'warn', icon: CirclePause },
  stopped: { tone: 'neutral', icon: CircleStop },
  done: { tone: 'good', icon: CircleCheck },
};

/** Where a batch stands, as icon and word. */
export function BatchStateBadge({ state }: { state: BatchState }) {
  const t = useTranslations('batches.states');
  return (
    <Badge {...looks[state]} spin={state === 'running'}>
      {t(state)}
    </Badge>
  );
}
