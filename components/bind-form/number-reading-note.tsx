'use client';

import { useTranslations } from 'use-intl';
import type { BindControl } from '#components/bind-form/bind-values.ts';
import { BulkLink } from '#components/bind-form/new-batch-link.tsx';
import { NumberNote } from '#components/bind-form/number-note.tsx';
import { choicesOf, meaningToSend } from '#lib/domain/numbers/number-choice.ts';
import type { NumberReading } from '#lib/domain/numbers/phone-number.ts';

type NumberReadingNoteProps = { control: BindControl; reading: NumberReading; choice: string };

/** What stands in the live line under the field, for every way a text can be read. */
export function NumberReadingNote({ control, reading, choice }: NumberReadingNoteProps) {
  const t = useTranslations('bind.number');
  if (reading.kind === 'several') {
    const { numbers } = reading;
    return (
      <>
        <p className="mt-1.5 text-sm text-warn">{t('several', { count: numbers.length })}</p>
        <BulkLink control={control} numbers={numbers} />
      </>
    );
  }
  const meaning = meaningToSend(reading, choice);
  if (meaning) {
    const settledBy = reading.kind === 'ready' ? reading.settledBy : null;
    const ignored = 'removed' in reading ? reading.removed : [];
    return <NumberNote meaning={meaning} ignored={ignored} settledBy={settledBy} />;
  }
  const { length } = choicesOf(reading);
  if (length === 0) return null;
  const list = reading.kind === 'ambiguous' ? reading.list : [];
  return (
    <>
      <p className="mt-1.5 text-sm text-warn">
        <span>{t('open', { count: length })}</span>{' '}
        <span className="pointer-coarse:hidden">{t('choose')}</span>
      </p>
      {list.length > 1 ? (
        <>
          <p className="text-sm text-warn">{t('orSeveral', { count: list.length })}</p>
          <BulkLink control={control} numbers={list} />
        </>
      ) : null}
    </>
  );
}
