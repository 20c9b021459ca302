'use client';

import { useTranslations } from 'use-intl';
import { offered } from '#components/bindings/offered.ts';
import { SuggestionList } from '#components/bindings/suggestion-list.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import type { Suggestions } from '#lib/bindings/view.ts';

type NumberSuggestionsProps = {
  typed: string;
  numbers: Suggestions['numbers'];
  onPick: (number: string) => void;
};

/** Numbers bound before in the chosen app, each with the host it was last bound to (F12). */
export function NumberSuggestions({ typed, numbers, onPick }: NumberSuggestionsProps) {
  const t = useTranslations('bind.number');
  const fitting = offered(numbers, typed.replace(/\D/g, ''), ({ number }) => number);
  return (
    <SuggestionList
      fieldId="number"
      label={t('before')}
      items={fitting.map(({ number, host }) => ({
        key: number,
        text: (
          <>
            <NumberText number={number} className="font-mono" />
            {host ? <span className="break-all text-ink-3">{host}</span> : null}
          </>
        ),
        onPick: () => onPick(number),
      }))}
    />
  );
}
