'use client';

import { useTranslations } from 'use-intl';
import type { LineKind } from '#components/bulk/new/judged-lines.ts';
import { KindBadge } from '#components/bulk/new/kind-badge.tsx';
import { KnownText } from '#components/bulk/new/known-text.tsx';
import { LineFixes } from '#components/bulk/new/line-fixes.tsx';
import type { LineRowProps } from '#components/bulk/new/line-row.tsx';
import { useProblemText } from '#components/form/problem-text.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';

type LineVerdictProps = Pick<LineRowProps, 'planned' | 'known' | 'changed' | 'onCommit' | 'onKeep'> & {
  kind: LineKind;
};

/** What would become of a line, and why; where it can be mended with one press, with that. */
export function LineVerdict({ planned, kind, known, changed, onCommit, onKeep }: LineVerdictProps) {
  const t = useTranslations('bulk.line');
  const problemText = useProblemText();
  const { line } = planned;
  const contradicts = planned.kind === 'duplicate' && !planned.same;
  return (
    <div className="min-w-0 text-xs">
      <div className="flex flex-wrap items-center gap-1.5">
        <KindBadge kind={kind} />
        {changed ? <Badge tone="warn">{t('changed')}</Badge> : null}
        {contradicts ? (
          <Button size="sm" className="min-h-6!" onClick={() => onKeep(line)}>
            {t('keep')}
            <span className="sr-only">{t('line', { line })}</span>
          </Button>
        ) : null}
        {planned.kind === 'invalid' && kind === 'invalid' ? (
          <LineFixes planned={planned} onCommit={onCommit} />
        ) : null}
      </div>
      {planned.kind === 'invalid' && kind === 'invalid' ? (
        <p className="line-clamp-2 text-bad" title={problemText(planned.problem)}>
          {problemText(planned.problem)}
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
      {planned.kind === 'ready' && known ? <KnownText known={known} kind={kind} /> : null}
    </div>
  );
}
