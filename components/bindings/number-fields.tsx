'use client';

import { useTranslations } from 'use-intl';
import type { FieldProps } from '#components/bindings/bind-fields.tsx';
import { NumberChoices } from '#components/bindings/number-choices.tsx';
import { NumberNote } from '#components/bindings/number-note.tsx';
import { NumberTypeNote } from '#components/bindings/number-type-note.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';

/** The number, and its type: it follows from the number until somebody picks one by hand (F13). */
export function NumberFields({ values, onChange, readers, error }: FieldProps) {
  const t = useTranslations('bind.field');
  const { number, numberChoice, numberType } = values;
  const reading = readers?.readNumber(number) ?? null;
  const choices = reading && readers ? readers.choicesOf(reading) : [];
  const shape = readers?.numberToSend(number, numberChoice)?.shape ?? null;
  const fitting = shape && readers ? readers.typeOfShape[shape] : '';

  const types = [
    { value: 'number', label: t('lineNumber'), meaning: t('lineMeaning') },
    { value: 'inner', label: t('innerNumber'), meaning: t('innerMeaning') },
    { value: 'none', label: t('notSent'), meaning: t('notSentMeaning') },
  ] as const;
  return (
    <>
      <div>
        <TextField
          id="number"
          name="number"
          label={t('number')}
          hint={t('numberHint')}
          error={error}
          note={reading ? <NumberNote reading={reading} /> : null}
          noteIsLive
          mono
          value={number}
          onChange={(event) => onChange({ number: event.target.value })}
          inputMode="tel"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        {choices.length > 0 ? (
          <NumberChoices
            choices={choices}
            chosen={numberChoice}
            onChoose={(choice) => onChange({ numberChoice: choice })}
          />
        ) : null}
      </div>
      <RadioGroup
        id="numberType"
        name="numberType"
        label={t('numberType')}
        options={types}
        value={numberType || fitting}
        onChoose={(type) => onChange({ numberType: type })}
        note={
          <NumberTypeNote
            shape={shape}
            value={numberType || fitting}
            chosen={numberType !== ''}
            onUse={() => onChange({ numberType: fitting })}
          />
        }
        noteIsLive
      />
    </>
  );
}
