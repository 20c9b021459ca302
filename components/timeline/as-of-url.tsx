'use client';

import { useTranslations } from 'use-intl';

/** A URL inside a sentence, in full; in words where none was sent. */
export function MomentUrl({ url }: { url: string | null }) {
  const t = useTranslations('number');
  if (url === null) return <em>{t('withoutUrl')}</em>;
  return (
    <code translate="no" className="font-mono font-medium wrap-anywhere text-ink [font-size:0.93em]">
      {url}
    </code>
  );
}
