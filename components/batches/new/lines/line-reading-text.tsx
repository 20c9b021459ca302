'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { useNumberChanges } from '#components/batches/new/lines/number-changes.ts';
import { useNumberKind } from '#components/binding/number-meaning-text.tsx';
import type { LineReading } from '#lib/domain/numbers/number-question.ts';

type LineReadingTextProps = { number: string; typed: string; reading: LineReading };

/** What kind of number it is, and from which text, with every digit that was added or left out. */
export function LineReadingText({ number, typed, reading }: LineReadingTextProps) {
  const t = useTranslations('newBatch.line');
  const kindOf = useNumberKind();
  const changesOf = useNumberChanges();
  const { isUnusual, changes } = reading;
  const parts = [
    isUnusual ? t('unusual', { kind: kindOf(reading) }) : kindOf(reading),
    ...(number === typed ? [] : [t('from', { typed })]),
    ...changesOf(changes),
  ];
  const text = parts.join(' · ');
  return (
    <span className={clsx('block truncate text-xs', isUnusual ? 'text-warn' : 'text-ink-3')} title={text}>
      {text}
    </span>
  );
}
