'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ColumnCard } from '#components/bulk/new/column-card.tsx';
import { keyOf } from '#components/bulk/new/judged-lines.ts';
import { KindFilter } from '#components/bulk/new/kind-filter.tsx';
import type { LineChange } from '#components/bulk/new/line-changes.ts';
import { LineList } from '#components/bulk/new/line-list.tsx';
import { ReplaceForm } from '#components/bulk/new/replace-form.tsx';
import type { DryRun } from '#components/bulk/new/use-dry-run.ts';
import type { useFacts } from '#components/bulk/new/use-facts.ts';
import { type useJudged, waitingEdits } from '#components/bulk/new/use-judged.ts';
import { SkipLink } from '#components/shell/skip-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { replaceInUrls } from '#lib/domain/batch-plan.ts';

type DryRunCardProps = {
  dryRun: DryRun;
  shown: NonNullable<DryRun['shown']>;
  facts: ReturnType<typeof useFacts>;
  judged: ReturnType<typeof useJudged>;
  changed: ReadonlySet<number>;
  apps: readonly { id: string; name: string }[];
};

/** Every line with what it would change; filtered, edited, removed, nothing sent. */
export function DryRunCard({ dryRun, shown, facts, judged, changed, apps }: DryRunCardProps) {
  const t = useTranslations('bulk');
  const heading = useRef<HTMLHeadingElement>(null);
  const { source, reading } = shown;
  const { planned: plan } = reading;
  const { counts } = judged;
  const names = new Map(apps.map(({ id, name }) => [id, name]));

  useEffect(() => {
    // With the frame that lays the lines out: at once, it would have all of them laid out within the task that draws them.
    const frame = window.requestAnimationFrame(() => heading.current?.focus());
    return () => window.cancelAnimationFrame(frame);
  }, []);

  const edit = (line: number, patch: Extract<LineChange, { kind: 'edit' }>['patch']) => {
    judged.hold(line);
    dryRun.change({ kind: 'edit', line, patch });
  };
  const remove = (gone: readonly number[]) => {
    dryRun.change({ kind: 'remove', lines: gone });
    const [first = 0] = gone;
    announce(t('line.removed', { line: first }));
  };
  const undo = () => {
    // The button goes with the last change.
    if (dryRun.changeCount === 1) heading.current?.focus();
    dryRun.undoChange();
  };
  const keep = (line: number) => {
    const chosen = plan.find((each) => each.line === line);
    if (chosen?.kind !== 'duplicate') return;
    const others = plan.filter(
      (each) => each.kind === 'duplicate' && each.line !== line && keyOf(each) === keyOf(chosen),
    );
    judged.hold(line);
    remove(others.map((each) => each.line));
  };

  return (
    <Card aria-label={t('dryRun.title')} className="overflow-clip">
      <div className="grid gap-3 px-4 pt-3.5 pb-3 sm:px-5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
            {t('dryRun.title')}
          </h2>
          <DryRunStatus busy={dryRun.busyWith !== null} counts={counts} failed={facts.problem !== null} />
          {dryRun.changeCount > 0 ? (
            <Button look="quiet" size="sm" className="ms-auto" onClick={undo}>
              {t('dryRun.undo')}
            </Button>
          ) : null}
        </div>
        {source.map ? null : (
          <ColumnCard map={dryRun.corrected ?? reading.map} sample={reading.sample} onMap={dryRun.setMap} />
        )}
        <ReplaceForm
          countOf={(find) => {
            const lines = plan.map(({ typed }) => typed);
            const changed = replaceInUrls(lines, find, `${find} `);
            return changed.filter(({ callbackUrl }, place) => callbackUrl !== lines[place]?.callbackUrl)
              .length;
          }}
          changeCount={dryRun.changeCount}
          onReplace={(find, replacement) => dryRun.change({ kind: 'replace', find, replacement })}
          onSetAll={(url) => dryRun.change({ kind: 'setUrl', url: url.trim() })}
        />
        <KindFilter counts={counts} value={judged.shown} onChoose={judged.show} />
      </div>
      <div className="border-t border-line">
        {judged.places.length === 0 ? (
          <p className="px-5 py-8 text-ink-2">{t('dryRun.none')}</p>
        ) : (
          <>
            <SkipLink text={t('dryRun.skip')} href="#batch-name" />
            <LineList
              key={judged.shown}
              plan={plan}
              kinds={judged.kinds}
              places={judged.places}
              known={facts.known}
              changed={changed}
              waiting={waitingEdits(dryRun.waiting)}
              appName={(id) => names.get(id) ?? id}
              onCommit={(line, field, text) => edit(line, { [field]: text })}
              onRemove={(line) => remove([line])}
              onKeep={keep}
            />
          </>
        )}
      </div>
    </Card>
  );
}

type DryRunStatusProps = { busy: boolean; failed: boolean; counts: DryRunCardProps['judged']['counts'] };

/** How far the checking is, and in the end what came out. */
function DryRunStatus({ busy, failed, counts }: DryRunStatusProps) {
  const t = useTranslations('bulk');
  const total = counts.bind + counts.replace + counts.unchanged + counts.pending;
  const text = busy
    ? t('busy.plan')
    : counts.pending > 0
      ? failed
        ? ''
        : t('busy.facts', { done: total - counts.pending, total })
      : t('dryRun.done', counts);
  return (
    <p role="status" className="figures text-sm text-ink-2">
      {text}
    </p>
  );
}
