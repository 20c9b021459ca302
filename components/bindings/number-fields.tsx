'use client';

import type { ClipboardEvent } from 'react';
import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '#components/bindings/bind-fields.tsx';
import { BulkLink } from '#components/bindings/bulk-link.tsx';
import { NumberChoices } from '#components/bindings/number-choices.tsx';
import { NumberNote } from '#components/bindings/number-note.tsx';
import { type KnownOfApp, NumberSuggestions } from '#components/bindings/number-suggestions.tsx';
import { NumberTypeNote } from '#components/bindings/number-type-note.tsx';
import { joinPastedLines } from '#components/bindings/pasted-lines.ts';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type NumberFieldsProps = FieldProps & { known: KnownOfApp };

/** The number, and its type: it follows from the number until somebody picks one by hand (F13). */
export function NumberFields({ control, readers, known, error }: NumberFieldsProps) {
  const t = useTranslations('bind.field');
  const { field: number } = useController({ control, name: 'number' });
  const { field: choice } = useController({ control, name: 'numberChoice', rules: { deps: ['number'] } });
  const { field: type } = useController({ control, name: 'numberType' });
  const reading = readers?.readNumber(number.value) ?? null;
  const choices = reading && readers ? readers.choicesOf(reading) : [];
  const shape = readers?.numberToSend(number.value, choice.value)?.shape ?? null;
  const fitting = shape && readers ? readers.typeOfShape[shape] : '';

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const joined = joinPastedLines(event.clipboardData.getData('text'));
    if (joined === null) return;
    event.preventDefault();
    const input = event.currentTarget;
    input.setRangeText(joined, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
    number.onChange(input.value);
  };

  const types = [
    { value: 'number', label: t('lineNumber'), meaning: t('lineMeaning') },
    { value: 'inner', label: t('innerNumber'), meaning: t('innerMeaning') },
    { value: 'none', label: t('notSent'), meaning: t('notSentMeaning') },
  ] as const;
  return (
    <>
      <div>
        <TextField
          {...number}
          id="number"
          label={t('number')}
          hint={t('numberHint')}
          error={error}
          note={
            reading ? (
              <>
                <NumberNote reading={reading} />
                {reading.kind === 'several' ? <BulkLink control={control} numbers={reading.numbers} /> : null}
              </>
            ) : null
          }
          noteIsLive
          mono
          onPaste={paste}
          inputMode="tel"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        <NumberSuggestions typed={number.value} readers={readers} known={known} onPick={number.onChange} />
        {choices.length > 0 ? (
          <NumberChoices choices={choices} chosen={choice.value} onChoose={choice.onChange} />
        ) : null}
      </div>
      <RadioGroup
        id="numberType"
        name="numberType"
        label={t('numberType')}
        options={types}
        value={type.value || fitting}
        onChoose={type.onChange}
        note={
          <NumberTypeNote
            shape={shape}
            value={type.value || fitting}
            chosen={type.value !== ''}
            onUse={() => type.onChange(fitting)}
          />
        }
        noteIsLive
      />
    </>
  );
}
