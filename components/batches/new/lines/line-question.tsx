'use client';

import { useTranslations } from 'use-intl';
import { focusOwnRow } from '#components/batches/new/lines/focus-row.ts';
import { useNumberKind } from '#components/binding/number-meaning-text.tsx';
import { controlClass } from '#components/ui/control-class.ts';
import type { LineChoice } from '#lib/domain/numbers/number-question.ts';

type LineQuestionProps = {
  line: number;
  choices: readonly LineChoice[];
  onChoose: (line: number, key: string) => void;
};

/** Everything that the number of one line can mean, to choose from. What was typed stays in the line. */
export function LineQuestion({ line, choices, onChoose }: LineQuestionProps) {
  const t = useTranslations('newBatch.line');
  const kindOf = useNumberKind();
  return (
    <select
      aria-label={t('meaningOf', { line })}
      value=""
      onChange={(event) => {
        focusOwnRow(event.currentTarget);
        onChoose(line, event.target.value);
      }}
      className={controlClass(false, 'figures mt-1 min-h-7! py-0! text-xs!')}
    >
      <option value="" disabled>
        {t('choose', { count: choices.length })}
      </option>
      {choices.map((choice) => (
        <option key={choice.key} value={choice.key}>
          {`${choice.sent} · ${kindOf(choice)}`}
        </option>
      ))}
    </select>
  );
}
