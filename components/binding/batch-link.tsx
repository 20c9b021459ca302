'use client';
'use no memo';

import { ListChecks } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PageLink } from '#components/ui/page-link.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

/** From a row to the batch that it is a line of. */
export function BatchLink({ batch }: { batch: NonNullable<BindingView['batch']> }) {
  const t = useTranslations('history.batch');
  const name = t('line', { line: batch.line });
  return (
    <PageLink
      href={paths.batch(batch.id)}
      title={name}
      aria-label={name}
      // Its room lies below the number, so that neither covers the other.
      className="-mb-1.5 grid size-6 shrink-0 justify-items-center rounded-sm pt-0.5 text-ink-3 hover:text-ink pointer-coarse:size-9"
    >
      <ListChecks aria-hidden className="size-3.5" />
    </PageLink>
  );
}
