'use client';

import { Fragment, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { MomentUrl } from '#components/timeline/as-of-url.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import type { MomentView } from '#lib/timeline/view.ts';

type Uncertain = Extract<MomentView, { kind: 'uncertain' }>;

/** When a binding became what it is: its answer's time, or where none came, the time it was stored. */
export const settledTime = ({ settledAt, createdAt }: BindingView): string => settledAt ?? createdAt;

/** Something was on its way, as opposed to outcomes that stay unknown. */
export const isInFlight = (moment: MomentView): boolean =>
  moment.kind === 'uncertain' && moment.perhaps.some(({ because }) => because === 'in_flight');

/** What a number is or was bound to, in one sentence. */
export function MomentSentence({ moment, tense }: { moment: MomentView; tense: 'present' | 'past' }) {
  const t = useTranslations('number');
  const at = () => <Time at={moment.at} />;
  if (moment.kind === 'future') return <span>{t('past.future')}</span>;
  if (moment.kind === 'never') return <Sentence>{t.rich(`${tense}.never`, { at })}</Sentence>;
  if (moment.kind === 'exact') {
    const { bound } = moment;
    return (
      <Sentence>
        {t.rich(`${tense}.${bound.callbackUrl === null ? 'withoutUrl' : 'exact'}`, {
          at,
          name: bound.actor.name,
          url: () => <MomentUrl url={bound.callbackUrl} />,
          time: () => <Time at={settledTime(bound)} />,
        })}
      </Sentence>
    );
  }
  if (moment.agreed)
    return (
      <Sentence>
        {t.rich(`${tense}.agreed`, {
          at,
          url: () => <MomentUrl url={moment.bound?.callbackUrl ?? null} />,
        })}
      </Sentence>
    );
  return (
    <Sentence>
      {t.rich(`${tense}.${isInFlight(moment) ? 'sending' : 'unknown'}`, {
        at,
        values: () => <Values moment={moment} />,
      })}
    </Sentence>
  );
}

/** "A or B", each value once, the older one first. */
function Values({ moment: { bound, perhaps } }: { moment: Uncertain }): ReactNode {
  const t = useTranslations('number');
  const urls = perhaps.map(({ binding }) => binding.callbackUrl).reverse();
  const known = new Set(bound === null ? urls : [bound.callbackUrl, ...urls]);
  const values = [...known].map((url) => <MomentUrl key={url ?? ''} url={url} />);
  if (bound === null) values.push(<span key="before">{t('before')}</span>);
  return values.map((value, index) => (
    <Fragment key={value.key}>
      {index === 0 ? null : <span>{t('or')}</span>}
      <span>{value}</span>
    </Fragment>
  ));
}
