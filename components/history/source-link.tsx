'use client';

import { useTranslations } from 'use-intl';
import { PageLink } from '#components/shell/page-link.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

/** Where a change came from; a batch leads to its page. */
export function SourceLink({ binding: { source, batch } }: { binding: BindingView }) {
  const t = useTranslations('history');
  if (batch === null) return t(`source.${source}`);
  return (
    <PageLink
      href={paths.batch(batch.id)}
      title={t('batch.line', { line: batch.line })}
      className="rounded-sm underline-offset-3 hover:underline"
    >
      {t(`source.${source}`)}
    </PageLink>
  );
}
