'use client';

import { CircleCheck, CircleDashed, CircleQuestionMark, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LateSentence } from '#components/binding/late-arrival-notice.tsx';
import { MomentDoubts } from '#components/timeline/as-of-doubts.tsx';
import { isInFlight, MomentSentence } from '#components/timeline/as-of-sentence.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import type { MomentView } from '#lib/timeline/view.ts';

type State = 'exact' | 'unknown' | 'sending' | 'never';

const looks: Record<State, { tone: Tone; icon: LucideIcon }> = {
  exact: { tone: 'good', icon: CircleCheck },
  unknown: { tone: 'warn', icon: CircleQuestionMark },
  sending: { tone: 'accent', icon: LoaderCircle },
  never: { tone: 'neutral', icon: CircleDashed },
};

function stateOf(present: MomentView): State {
  if (present.kind === 'exact') return 'exact';
  if (present.kind === 'uncertain') return isInFlight(present) ? 'sending' : 'unknown';
  return 'never';
}

/** What the number is bound to, how certain that is, and where the knowledge comes from. */
export function NumberPresent({ present }: { present: MomentView }) {
  const t = useTranslations('number');
  const state = stateOf(present);
  return (
    <Card aria-labelledby="number-now" className="grid gap-3 px-5 py-4">
      <div className="flex items-center gap-3">
        <h2 id="number-now" className="text-sm font-semibold text-ink">
          {t('present.title')}
        </h2>
        <Badge {...looks[state]} spin={state === 'sending'}>
          {t(`state.${state}`)}
        </Badge>
      </div>
      <p role="status" className="text-lg text-ink-2 text-pretty">
        <MomentSentence moment={present} tense="present" />
      </p>
      {'bound' in present && present.bound ? <LateSentence binding={present.bound} /> : null}
      {present.kind === 'uncertain' ? <MomentDoubts moment={present} tense="present" /> : null}
      <p className="text-xs text-ink-3 text-pretty">{t('knowledge')}</p>
    </Card>
  );
}
