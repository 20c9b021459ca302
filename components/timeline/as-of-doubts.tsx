'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { settledTime } from '#components/timeline/as-of-sentence.tsx';
import { MomentUrl } from '#components/timeline/as-of-url.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';
import type { MomentView, Perhaps } from '#lib/timeline/view.ts';

type MomentDoubtsProps = {
  moment: Extract<MomentView, { kind: 'uncertain' }>;
  tense: 'present' | 'past';
};

/** Why nobody can tell: each change that may have counted, and what held before them. */
export function MomentDoubts({ moment: { bound, perhaps, more }, tense }: MomentDoubtsProps) {
  const t = useTranslations('number.doubt');
  return (
    <ul className="grid gap-2 border-s-2 border-warn/40 ps-3 text-sm text-ink-2 [&_code]:font-normal">
      {perhaps.map((each) => (
        <Line key={each.binding.id} id={each.binding.id}>
          <Doubted {...each} tense={tense} />
        </Line>
      ))}
      {more ? <li>{t('more')}</li> : null}
      {bound === null ? (
        <li>{t('none')}</li>
      ) : (
        <Line id={bound.id}>
          <Sentence>{t.rich('bound', textsOf(bound, settledTime(bound)))}</Sentence>
        </Line>
      )}
    </ul>
  );
}

function Doubted({ binding, because, tense }: Perhaps & { tense: 'present' | 'past' }): ReactNode {
  const t = useTranslations('number');
  const texts = textsOf(binding, binding.createdAt);
  if (because === 'unknown') return <Sentence>{t.rich('doubt.unknown', texts)}</Sentence>;
  if (tense === 'present') return <Sentence>{t.rich('present.inFlight', texts)}</Sentence>;
  const { settledAt, state } = binding;
  if (settledAt === null || state === 'sending')
    return <Sentence>{t.rich('past.inFlightOpen', texts)}</Sentence>;
  return <Sentence>{t.rich('past.inFlight', { ...texts, settled: () => <Time at={settledAt} /> })}</Sentence>;
}

const textsOf = ({ actor, callbackUrl }: BindingView, time: string) => ({
  name: actor.name,
  url: () => <MomentUrl url={callbackUrl} />,
  time: () => <Time at={time} />,
});

function Line({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations('number');
  return (
    <li>
      <span>{children}</span>{' '}
      <PageLink href={paths.binding(id)} className={linkClass}>
        {t('open')}
      </PageLink>
    </li>
  );
}
