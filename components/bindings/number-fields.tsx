'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type BindValues, choicesOf, numberToSend } from '#components/bindings/bind-values.ts';
import { NumberChoices } from '#components/bindings/number-choices.tsx';
import { NumberNote } from '#components/bindings/number-note.tsx';
import { NumberTypeNote } from '#components/bindings/number-type-note.tsx';
import type { BindForm } from '#components/bindings/use-bind-form.ts';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { readNumber } from '#lib/domain/phone-number.ts';

type NumberFieldsProps = { form: BindForm; values: Partial<BindValues>; error: string | undefined };

export function NumberFields({ form, values, error }: NumberFieldsProps) {
  const t = useTranslations('bind.field');
  const typed = values.number ?? '';
  const reading = readNumber(typed);
  const choices = choicesOf(reading);
  const shape = numberToSend(typed, values.numberChoice ?? '')?.shape ?? null;
  const [chosen, setChosen] = useState(values.numberType !== '');
  const { setValue } = form;

  useEffect(() => {
    if (shape && !chosen) setValue('numberType', shape === 'line' ? 'number' : 'inner');
  }, [shape, chosen, setValue]);

  const types = [
    { value: 'number', label: t('lineNumber'), meaning: t('lineMeaning') },
    { value: 'inner', label: t('innerNumber'), meaning: t('innerMeaning') },
    { value: 'none', label: t('notSent'), meaning: t('notSentMeaning') },
  ];
  return (
    <>
      <div>
        <TextField
          {...form.register('number')}
          id="number"
          label={t('number')}
          hint={t('numberHint')}
          error={error}
          note={<NumberNote reading={reading} />}
          noteIsLive
          mono
          inputMode="tel"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        {choices.length > 0 ? (
          <NumberChoices choices={choices} radio={form.register('numberChoice')} />
        ) : null}
      </div>
      <RadioGroup
        id="numberType"
        label={t('numberType')}
        options={types}
        radio={form.register('numberType', { onChange: () => setChosen(true) })}
        note={
          <NumberTypeNote
            shape={shape}
            value={values.numberType ?? ''}
            chosen={chosen}
            onUse={() => {
              setChosen(true);
              setValue('numberType', shape === 'line' ? 'number' : 'inner');
            }}
          />
        }
        noteIsLive
      />
    </>
  );
}
