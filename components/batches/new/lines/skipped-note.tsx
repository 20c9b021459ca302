'use client';

import { useLocale, useTranslations } from 'use-intl';
import type { SkippedLine } from '#lib/batches/lines/rules.ts';

/** Line numbers that are written out; more of them help nobody. */
const most = 8;

/** Which lines of the text are left out because they only draw a table, and how the first of them reads. */
export function SkippedNote({ skipped }: { skipped: readonly SkippedLine[] }) {
  const t = useTranslations('newBatch.skipped');
  const locale = useLocale();
  const [first] = skipped;
  if (!first) return null;
  const numbers = skipped.slice(0, most).map(({ line }) => String(line));
  const rest = skipped.length - numbers.length;
  const lines = new Intl.ListFormat(locale, { type: 'conjunction' }).format([
    ...numbers,
    ...(rest > 0 ? [t('more', { count: rest })] : []),
  ]);
  return (
    <p className="figures text-sm text-ink-2">
      <span>{t('lines', { count: skipped.length, lines })}</span>{' '}
      <span translate="no" className="font-mono break-all">
        {first.text.slice(0, 80)}
      </span>
    </p>
  );
}
