'use client';

import { type Control, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { carryNumbers } from '#components/batches/new/source/handoff-numbers.ts';
import type { BindValues } from '#components/bind-form/bind-values.ts';
import type { BindContent } from '#components/review/review-request.ts';
import { linkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { paths } from '#lib/paths.ts';

type BulkLinkProps = {
  control: Control<BindValues, unknown, BindContent>;
  /** As they were typed. */
  numbers: readonly string[];
};

/** From several numbers in the one field to a batch of them, with the app and URL of the form. */
export function BulkLink({ control, numbers }: BulkLinkProps) {
  const t = useTranslations('bind.number');
  const [appId, callbackUrl] = useWatch({ control, name: ['appId', 'callbackUrl'] });
  return (
    <PageLink
      href={`${paths.newBatch}?from=bind`}
      className={`${linkClass} mt-1 inline-block text-sm font-medium`}
      onClickCapture={() => carryNumbers({ numbers: [...numbers], appId, callbackUrl })}
    >
      {t('bulk', { count: numbers.length })}
    </PageLink>
  );
}
