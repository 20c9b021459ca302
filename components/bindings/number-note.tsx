'use client';

import { useLocale, useTranslations } from 'use-intl';
import { NumberText } from '#components/ui/number-text.tsx';
import type { NumberReading } from '#lib/domain/phone-number.ts';

/** The live line under the number field: what will be sent, and what was ignored to get there. Blocks nothing. */
export function NumberNote({ reading }: { reading: NumberReading }) {
  const t = useTranslations('bind.number');
  const locale = useLocale();
  if (reading.kind === 'several') {
    return <p className="mt-1.5 text-sm text-warn">{t('several', { count: reading.numbers.length })}</p>;
  }
  if (reading.kind !== 'ready') return null;
  const kinds = reading.removed.map((kind) => t(`kinds.${kind}`));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(kinds);
  return (
    <div className="mt-1.5 text-sm text-ink-2">
      <p>
        {t.rich('willBe', {
          number: () => <NumberText number={reading.sent} className="font-mono font-medium text-ink" />,
          type: reading.shape,
        })}
      </p>
      {kinds.length > 0 ? <p className="text-ink-3">{t('ignored', { kinds: list })}</p> : null}
      {reading.unusual ? <p className="text-warn">{t('unusual')}</p> : null}
    </div>
  );
}
