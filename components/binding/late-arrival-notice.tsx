'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { linkClass } from '#components/ui/link-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

/** That an older change may yet replace this one, until when and why; then that this one was sent once more. */
export function LateSentence({ binding }: { binding: Pick<BindingView, 'unsettled' | 'sentAgainAt'> }) {
  const t = useTranslations('history.late');
  const { unsettled, sentAgainAt } = binding;
  if (unsettled)
    return (
      <Notice tone={unsettled.step === 'leave' ? 'warn' : 'info'}>
        <Sentence>
          {t.rich(unsettled.step, {
            time: () => <Time at={unsettled.until} />,
            older: (text: ReactNode) => (
              <PageLink href={paths.binding(unsettled.olderId)} className={linkClass}>
                {text}
              </PageLink>
            ),
          })}
        </Sentence>
      </Notice>
    );
  if (sentAgainAt === null) return null;
  return (
    <Notice>
      <Sentence>{t.rich('sentAgain', { time: () => <Time at={sentAgainAt} /> })}</Sentence>
    </Notice>
  );
}
