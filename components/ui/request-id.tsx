'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/ui/copy-button.tsx';

/** The provider's name for a request, whole and to be copied: its support asks for it first. */
export function RequestId({ value }: { value: string }) {
  const t = useTranslations('ui.copy');
  return (
    <span className="flex items-start gap-1">
      <code className="py-0.5 font-mono break-all">{value}</code>
      <CopyButton value={value} label={t('requestId')} />
    </span>
  );
}
