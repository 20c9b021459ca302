'use client';

import { useTranslations } from 'use-intl';
import { NumberText } from '#components/ui/number-text.tsx';
import type { NumberChoice } from '#lib/domain/phone-number.ts';

type NumberChoicesProps = {
  choices: readonly NumberChoice[];
  chosen: string;
  onChoose: (sent: string) => void;
};

/** Ambiguous input asks, never guesses (feature 11). */
export function NumberChoices({ choices, chosen, onChoose }: NumberChoicesProps) {
  const t = useTranslations('bind.number');
  return (
    <fieldset className="mt-2 rounded-md border border-warn/40 bg-warn-soft px-3 py-2">
      <legend className="sr-only">{t('which')}</legend>
      <p aria-hidden className="font-medium">
        {t('which')}
      </p>
      <div className="mt-1 grid gap-0.5">
        {choices.map(({ sent, because }) => (
          <label key={sent} className="flex items-center gap-2.5 py-1 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="numberChoice"
              value={sent}
              checked={sent === chosen}
              onChange={() => onChoose(sent)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="flex flex-wrap items-baseline gap-x-2">
              <NumberText number={sent} className="font-mono font-medium" />
              <span className="text-sm text-ink-2">{t(`because.${because}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
