'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/ui/copy-button.tsx';

/** First part of the provider's RequestId, to tell rows apart; the copy has all of it. */
export function RequestCell({ requestId }: { requestId: string | null }) {
  const t = useTranslations();
  if (requestId === null) return <span className="text-xs text-ink-3">{t('history.table.noRequest')}</span>;
  return (
    <span className="flex h-5 items-center gap-1 pointer-coarse:h-9 pointer-coarse:[&_button]:size-9!">
      <code className="truncate font-mono text-xs text-ink-2" title={requestId} translate="no">
        {requestId.slice(0, 8)}
      </code>
      <CopyButton value={requestId} label={t('ui.copy.requestId')} />
    </span>
  );
}
