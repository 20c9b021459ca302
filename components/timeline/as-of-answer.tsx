'use client';

import { CircleCheck, CircleDashed, CircleQuestionMark, Hourglass, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { MomentDoubts } from '#components/timeline/as-of-doubts.tsx';
import { MomentSentence } from '#components/timeline/as-of-sentence.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { paths } from '#lib/paths.ts';
import type { MomentView } from '#lib/timeline/view.ts';

const looks: Record<MomentView['kind'], { tone: Tone; icon: LucideIcon }> = {
  exact: { tone: 'good', icon: CircleCheck },
  uncertain: { tone: 'warn', icon: CircleQuestionMark },
  never: { tone: 'neutral', icon: CircleDashed },
  future: { tone: 'neutral', icon: Hourglass },
};

/** What the number was bound to at a moment: certain, or why not, each with the entry it rests on. */
export function MomentAnswer({ moment }: { moment: MomentView }) {
  const t = useTranslations('number');
  return (
    <div className="grid justify-items-start gap-2.5">
      <Badge {...looks[moment.kind]}>{t(`certainty.${moment.kind}`)}</Badge>
      <p className="text-base break-words text-ink-2 text-pretty">
        <MomentSentence moment={moment} tense="past" />
      </p>
      {moment.kind === 'uncertain' ? <MomentDoubts moment={moment} tense="past" /> : null}
      {moment.kind === 'exact' ? (
        <PageLink href={paths.binding(moment.bound.id)} className={`${linkClass} text-sm`}>
          {t('open')}
        </PageLink>
      ) : null}
    </div>
  );
}
