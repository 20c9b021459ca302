'use client';

import { useTranslations } from 'use-intl';
import { NumberText } from '#components/ui/number-text.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import type { NumberLine } from '#lib/numbers/view.ts';
import { paths } from '#lib/paths.ts';

/** The number, which leads to its own page, and its app. */
export function NumberCell({ line }: { line: NumberLine }) {
  const t = useTranslations('numbers.table');
  const { appId, appName, number } = line;
  return (
    <>
      <PageLink
        href={paths.number(appId, number)}
        data-row-link={`${appId}.${number}`}
        title={t('open')}
        className="block max-w-full truncate rounded-sm underline-offset-3 hover:underline"
      >
        <NumberText number={number} />
      </PageLink>
      <p className="truncate text-xs text-ink-3">{appName}</p>
    </>
  );
}
