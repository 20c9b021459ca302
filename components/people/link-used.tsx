'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { ResetView } from '#lib/people/view-reset.ts';

/** When and from where a link for a password was used. */
export function LinkUsed({ reset: { at, address } }: { reset: ResetView }) {
  const t = useTranslations('passwordReset');
  return (
    <p className="break-words">
      <Sentence>{t.rich('used', { address: address ?? 'none', time: () => <Time at={at} /> })}</Sentence>
    </p>
  );
}
