'use client';

import { useTranslations } from 'use-intl';
import { NumberText } from '#components/ui/number-text.tsx';
import type { EventView } from '#lib/events/view.ts';
import { paths } from '#lib/paths.ts';

type Details = Extract<EventView, { kind: 'reveal' }>['details'];

/** Which URL was looked at; never the URL itself. */
export function RecordedReveal({ details }: { details: Details }) {
  const t = useTranslations('records');
  const { which, number, bindingId } = details;
  return (
    <>
      <p>
        {t.rich(which === 'new' ? 'did.revealNew' : 'did.revealPrevious', {
          number: () => <NumberText number={number} className="font-mono" />,
        })}
      </p>
      <p className="text-sm">
        <a
          href={paths.binding(bindingId)}
          className="rounded-sm text-accent underline underline-offset-3 hover:text-accent-hover"
        >
          {t('entry')}
        </a>
      </p>
    </>
  );
}
