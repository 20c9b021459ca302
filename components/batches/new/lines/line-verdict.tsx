'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import type { Known, LineKind } from '#components/batches/new/lines/classify-lines.ts';
import { fixesOf } from '#components/batches/new/lines/fixes-of.ts';
import { focusOwnRow } from '#components/batches/new/lines/focus-row.ts';
import { KindBadge } from '#components/batches/new/lines/kind-badge.tsx';
import { KnownText } from '#components/batches/new/lines/known-value.tsx';
import type { EditableField, LineEdit } from '#components/batches/new/lines/line-changes.ts';
import type { AppChoices } from '#components/batches/new/lines/line-choices.tsx';
import { LineFixes } from '#components/batches/new/lines/line-fixes.tsx';
import { LineQuestion } from '#components/batches/new/lines/line-question.tsx';

import type { WaitingEdit } from '#components/batches/new/lines/use-classified-lines.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

export type LineRowProps = {
  planned: PlannedLine;
  kind: LineKind;
  known: Known | undefined;
  /** Another person changed its number after the dry run. */
  changed: boolean;
  /** Typed into it and not checked yet. */
  waiting: WaitingEdit | undefined;
  apps: AppChoices;
  edit: LineEdit | null;
  onEdit: (edit: LineEdit | null) => void;
  onChoose: (line: number, key: string) => void;
  onCommit: (line: number, field: EditableField, text: string) => void;
  /** Makes a line of each number in its cell. */
  onSplit: (line: number) => void;
  onRemove: (line: number) => void;
  onKeep: (line: number) => void;
};

type LineVerdictProps = Pick<
  LineRowProps,
  'planned' | 'known' | 'changed' | 'onChoose' | 'onCommit' | 'onSplit' | 'onKeep'
> & {
  kind: LineKind;
};

/** The result that a line would have, the reason, and buttons that correct it. */
export function LineVerdict({
  planned,
  kind,
  known,
  changed,
  onChoose,
  onCommit,
  onSplit,
  onKeep,
}: LineVerdictProps) {
  const t = useTranslations('newBatch.line');
  const problemText = useProblemText();
  const { line } = planned;
  const text =
    planned.kind !== 'invalid'
      ? ''
      : planned.problem.code === 'url_missing'
        ? t('urlMissing')
        : problemText(planned.problem);
  const fixes = planned.kind === 'invalid' && kind === 'invalid' ? fixesOf(planned) : [];
  const contradicts = planned.kind === 'duplicate' && !planned.same;
  return (
    <div className="min-w-0 text-xs">
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
        <KindBadge kind={kind} />
        {changed ? <Badge tone="warn">{t('changed')}</Badge> : null}
        {contradicts ? (
          <Button
            size="sm"
            className="min-h-6!"
            onClick={(event) => {
              focusOwnRow(event.currentTarget);
              onKeep(line);
            }}
          >
            <span>{t('keep')}</span>
            <span className="sr-only">{t('line', { line })}</span>
          </Button>
        ) : null}
        <LineFixes line={line} fixes={fixes} onCommit={onCommit} onSplit={onSplit} />
      </div>
      {planned.kind === 'invalid' && kind === 'invalid' ? (
        <p className={clsx('text-bad', linesFor(fixes.length))} title={text}>
          {text}
        </p>
      ) : null}
      {planned.kind === 'duplicate' && kind === 'duplicate' ? (
        <p className="line-clamp-2 text-ink-2">
          {planned.same
            ? t('same', { line: planned.ofLine })
            : planned.ofLine === line
              ? t('differsFirst')
              : t('differs', { line: planned.ofLine })}
        </p>
      ) : null}
      {planned.kind === 'ask' && kind === 'ask' ? (
        <LineQuestion line={line} choices={planned.choices} onChoose={onChoose} />
      ) : null}
      {planned.kind === 'ready' && known ? <KnownText known={known} kind={kind} /> : null}
    </div>
  );
}

/** How much of the sentence the row has room for, beside so many buttons. */
const linesFor = (buttons: number): string =>
  buttons === 0 ? 'line-clamp-3' : buttons === 1 ? 'line-clamp-2' : 'line-clamp-1';
