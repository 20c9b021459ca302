'use client';

import { useTranslations } from 'use-intl';
import type { LineFix } from '#components/bulk/new/fixes-of.ts';
import { focusOwnRow } from '#components/bulk/new/focus-row.ts';
import { Button } from '#components/ui/button.tsx';

type LineFixesProps = {
  line: number;
  fixes: readonly LineFix[];
  onCommit: (line: number, field: LineFix['field'], text: string) => void;
};

/** Buttons that mend an invalid line with one press. */
export function LineFixes({ line, fixes, onCommit }: LineFixesProps) {
  const t = useTranslations('bulk.line');
  return fixes.map(({ field, text }) => (
    <Button
      key={text}
      size="sm"
      title={text}
      className="figures min-h-6! max-w-48 px-1.5!"
      onClick={(event) => {
        focusOwnRow(event.currentTarget);
        onCommit(line, field, text);
      }}
    >
      <span className="min-w-0 truncate">{t('use', { text })}</span>
      <span className="sr-only">{t('line', { line })}</span>
    </Button>
  ));
}
