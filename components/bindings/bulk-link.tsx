'use client';

import { type Control, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { BindContent, BindValues } from '#components/bindings/bind-values.ts';
import { carryNumbers } from '#components/bulk/new/carried-numbers.ts';
import { PageLink } from '#components/shell/page-link.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { paths } from '#lib/paths.ts';

type BulkLinkProps = {
  control: Control<BindValues, unknown, BindContent>;
  /** As they were typed. */
  numbers: readonly string[];
};

/** From several numbers in the one field to a batch of them, with the app and URL of the form (F11). */
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
