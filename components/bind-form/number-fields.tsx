'use client';

import { type ClipboardEvent, type KeyboardEvent, Suspense } from 'react';
import { useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type KnownOfApp, NumberSuggestions } from '#components/bind-form/number-suggestions.tsx';
import { NumberTypeNote } from '#components/bind-form/number-type-note.tsx';
import { joinPastedLines } from '#components/bind-form/pasted-lines.ts';
import type { FieldProps } from '#components/bind-form/use-bind-form.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';
import type { ReadingGround } from '#lib/domain/numbers/number-choice.ts';

// A menu of countries, which most people never open.
const HomeCountryControl = lazyWithRetry(
  () => import('#components/connection/home-country-control.tsx'),
  'none',
);

export type NumberFieldsProps = FieldProps & {
  known: KnownOfApp;
  ground: ReadingGround;
  homeCountry: HomeCountryChoice;
};

/** The number and its type. The type follows from the number until a person chooses one. */
export function NumberFields({ control, readers, known, ground, homeCountry, error }: NumberFieldsProps) {
  const t = useTranslations('bind.field');
  const { field: number } = useController({ control, name: 'number' });
  const { field: choice } = useController({ control, name: 'numberChoice', rules: { deps: ['number'] } });
  const { field: type } = useController({ control, name: 'numberType' });
  const reading = readers?.readField(number.value, ground) ?? null;
  const choices = reading && readers ? readers.choicesOf(reading) : [];
  const shape = (reading && readers?.meaningToSend(reading, choice.value)?.shape) ?? null;
  const fitting = shape && readers ? readers.typeOfShape[shape] : '';

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const joined = joinPastedLines(event.clipboardData.getData('text'));
    if (joined === null) return;
    event.preventDefault();
    const input = event.currentTarget;
    input.setRangeText(joined, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
    number.onChange(input.value);
  };

  // One key answers the question: it goes to the first choice and takes it, and the next one goes on.
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (event.key !== 'ArrowDown' || !isPlain || !readers) return;
    const first = document.querySelector<HTMLInputElement>(`#${readers.choicesId} input`);
    if (!first) return;
    event.preventDefault();
    first.focus();
    choice.onChange(first.value);
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
            reading && readers ? (
              <readers.NumberReadingNote control={control} reading={reading} choice={choice.value} />
            ) : null
          }
          noteIsLive
          mono
          onPaste={paste}
          onKeyDown={press}
          inputMode="tel"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
        {choices.length > 0 && readers ? (
          <readers.NumberChoices
            choices={choices}
            chosen={choice.value}
            isKnown={(sent) => ground.known?.has(sent) ?? false}
            isLocal={reading?.kind === 'ambiguous' && reading.isLocal}
            onChoose={choice.onChange}
          />
        ) : null}
        <div className="mt-1 min-h-6 text-sm text-ink-3 pointer-coarse:min-h-11">
          {readers ? (
            <Suspense>
              <HomeCountryControl home={homeCountry} />
            </Suspense>
          ) : null}
        </div>
        <NumberSuggestions typed={number.value} readers={readers} known={known} onPick={number.onChange} />
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
