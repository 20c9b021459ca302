'use client';

import { useTranslations } from 'use-intl';
import { choicesOf } from '#components/bindings/number-choice.ts';
import type { EditableField } from '#components/bulk/new/line-row.tsx';
import { Button } from '#components/ui/button.tsx';
import type { PlannedLine } from '#lib/domain/batch-plan.ts';
import { readNumber } from '#lib/domain/phone-number.ts';

type LineFixesProps = {
  planned: Extract<PlannedLine, { kind: 'invalid' }>;
  onCommit: (line: number, field: EditableField, text: string) => void;
};

/** What an invalid line may have meant, where that is one of few things. */
export function LineFixes({ planned: { line, typed, problem }, onCommit }: LineFixesProps) {
  const t = useTranslations('bulk.line');
  const canonical = problem.code === 'url_not_canonical' ? problem.params?.canonical : undefined;
  const numbers = problem.code === 'number_ambiguous' ? choicesOf(readNumber(typed.number)).slice(0, 2) : [];
  const fixes = [
    ...(canonical === undefined ? [] : [{ field: 'callbackUrl' as const, text: String(canonical) }]),
    ...numbers.map(({ sent }) => ({ field: 'number' as const, text: sent })),
  ];
  return fixes.map(({ field, text }) => (
    <Button
      key={text}
      size="sm"
      title={text}
      className="figures min-h-6! max-w-48 px-1.5!"
      onClick={() => onCommit(line, field, text)}
    >
      <span className="min-w-0 truncate">{t('use', { text })}</span>
      <span className="sr-only">{t('line', { line })}</span>
    </Button>
  ));
}
