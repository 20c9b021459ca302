'use client';

import { useTranslations } from 'use-intl';
import { useNumberKind } from '#components/binding/number-meaning-text.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { choiceKey, type NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';

/** Where the arrow down from the field goes. */
export const choicesId = 'number-choices';

type NumberChoicesProps = {
  choices: readonly NumberMeaning[];
  chosen: string;
  /** Numbers that the app already has. */
  isKnown: (sent: string) => boolean;
  /** A local number without its area code may be meant as well. */
  isLocal: boolean;
  onChoose: (key: string) => void;
};

/** Where more than one meaning is left the person is asked. The arrow down from the field chooses the first. */
export function NumberChoices({ choices, chosen, isKnown, isLocal, onChoose }: NumberChoicesProps) {
  const t = useTranslations('bind.number');
  const about = useTranslations('numberMeaning');
  const kindOf = useNumberKind();
  return (
    <fieldset id={choicesId} className="mt-2 rounded-md border border-warn/40 bg-warn-soft px-3 py-2">
      <legend className="sr-only">{t('which')}</legend>
      <p aria-hidden className="font-medium">
        {t('which')}
      </p>
      <div className="mt-1 grid gap-0.5">
        {choices.map((meaning) => {
          const key = choiceKey(meaning);
          const known = isKnown(meaning.sent);
          return (
            <label key={key} className="flex items-center gap-2.5 py-1 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="numberChoice"
                value={key}
                checked={key === chosen}
                onChange={() => onChoose(key)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="flex flex-wrap items-baseline gap-x-2">
                <NumberText number={meaning.sent} className="font-mono font-medium" />
                <span className="text-sm">{kindOf(meaning)}</span>
                <span className="text-sm text-ink-2">{about(`because.${meaning.because}`)}</span>
                {known ? <span className="text-sm font-medium text-good">{t('knownChoice')}</span> : null}
              </span>
            </label>
          );
        })}
      </div>
      {isLocal ? <p className="mt-1 text-sm text-ink-2">{t('local')}</p> : null}
    </fieldset>
  );
}
