'use client';

import {
  ArrowRightLeft,
  CircleHelp,
  CircleX,
  Copy,
  Equal,
  LoaderCircle,
  type LucideIcon,
  Plus,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LineKind } from '#components/batches/new/lines/classify-lines.ts';
import { Badge, type Tone } from '#components/ui/badge.tsx';

const looks: Record<LineKind, { tone: Tone; icon: LucideIcon }> = {
  ask: { tone: 'warn', icon: CircleHelp },
  bind: { tone: 'good', icon: Plus },
  replace: { tone: 'accent', icon: ArrowRightLeft },
  unchanged: { tone: 'neutral', icon: Equal },
  invalid: { tone: 'bad', icon: CircleX },
  duplicate: { tone: 'warn', icon: Copy },
  pending: { tone: 'neutral', icon: LoaderCircle },
};

export function KindBadge({ kind }: { kind: LineKind }) {
  const t = useTranslations('newBatch');
  return (
    <Badge {...looks[kind]} spin={kind === 'pending'}>
      {kind === 'pending' ? t('line.pending') : t(`dryRun.kinds.${kind}`)}
    </Badge>
  );
}
