'use client';

import { useTranslations } from 'use-intl';
import type { EditedFix, LineFix } from '#components/batches/new/lines/fixes-of.ts';
import { focusOwnRow } from '#components/batches/new/lines/focus-row.ts';
import { Button } from '#components/ui/button.tsx';

type LineFixesProps = {
  line: number;
  fixes: readonly LineFix[];
  onCommit: (line: number, field: EditedFix['field'], text: string) => void;
  onSplit: (line: number) => void;
};

/** Over so many characters the end tells two texts apart, and the button has no room for both. */
const longest = 22;
const endOf = (text: string): string => (text.length > longest ? `…${text.slice(-longest + 4)}` : text);

/** Buttons that correct an invalid line with one press. */
export function LineFixes({ line, fixes, onCommit, onSplit }: LineFixesProps) {
  const t = useTranslations('newBatch.line');
  return fixes.map((fix) => (
    <Button
      key={fix.field === 'split' ? 'split' : fix.text}
      size="sm"
      title={fix.field === 'split' ? undefined : fix.text}
      className="figures min-h-6! max-w-48 px-1.5!"
      onClick={(event) => {
        focusOwnRow(event.currentTarget);
        if (fix.field === 'split') onSplit(line);
        else onCommit(line, fix.field, fix.text);
      }}
    >
      <span className="min-w-0 truncate">
        {fix.field === 'split'
          ? t('split', { count: fix.count })
          : t('use', { text: fixes.length > 1 ? endOf(fix.text) : fix.text })}
      </span>
      <span className="sr-only">{t('line', { line })}</span>
    </Button>
  ));
}
