'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { ConnectionWarning } from '#lib/connection/view.ts';

/** What the server was started with that works and is likely not meant, with how to correct it. */
export function ConnectionWarnings({ warnings }: { warnings: readonly ConnectionWarning[] }) {
  const t = useTranslations('connection.warnings');
  return warnings.map((warning) => (
    <Notice key={warning} tone="warn" title={t(`${warning}.title`)}>
      <p>{t(`${warning}.text`)}</p>
    </Notice>
  ));
}
