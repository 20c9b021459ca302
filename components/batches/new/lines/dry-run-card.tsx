'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { keyOf } from '#components/batches/new/lines/classify-lines.ts';
import { GapBar } from '#components/batches/new/lines/gap-bar.tsx';
import { type Gap, gapsOf } from '#components/batches/new/lines/gaps-of.ts';
import { KindFilter } from '#components/batches/new/lines/kind-filter.tsx';
import type { LineChange } from '#components/batches/new/lines/line-changes.ts';
import { LineList } from '#components/batches/new/lines/line-list.tsx';
import { QuestionBar } from '#components/batches/new/lines/question-bar.tsx';
import { answeredOf, questionsOf } from '#components/batches/new/lines/questions-of.ts';
import { ReplaceForm } from '#components/batches/new/lines/replace-form.tsx';
import { SkippedNote } from '#components/batches/new/lines/skipped-note.tsx';
import { UrlFixBar } from '#components/batches/new/lines/url-fix-bar.tsx';
import { type UrlFixGroup, urlFixGroups } from '#components/batches/new/lines/url-fix-groups.ts';
import { type useJudged, waitingEdits } from '#components/batches/new/lines/use-classified-lines.ts';
import type { DryRun } from '#components/batches/new/lines/use-dry-run.ts';
import type { useFacts } from '#components/batches/new/lines/use-facts.ts';
import { ColumnCard } from '#components/batches/new/source/column-card.tsx';
import type { NewBatchProps } from '#components/batches/new/use-new-batch.ts';
import { useGroupName } from '#components/batches/number-group.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { SkipLink } from '#components/ui/skip-link.tsx';
import { replaceInUrls } from '#lib/batches/lines/classify-line.ts';

type DryRunCardProps = {
  dryRun: DryRun;
  shown: NonNullable<DryRun['shown']>;
  facts: ReturnType<typeof useFacts>;
  judged: ReturnType<typeof useJudged>;
  changed: ReadonlySet<number>;
} & Pick<NewBatchProps, 'apps' | 'retiredApps' | 'homeCountry'>;

/** Every line with what it would change; filtered, edited, removed, nothing sent. */
export function DryRunCard(props: DryRunCardProps) {
  const { dryRun, shown, facts, judged, changed, apps, retiredApps, homeCountry } = props;
  const t = useTranslations('newBatch');
  const heading = useRef<HTMLHeadingElement>(null);
  const { source, reading } = shown;
  const { planned: plan } = reading;
  const { counts } = judged;
  const groupName = useGroupName();
  const gaps = gapsOf(plan, apps, retiredApps);

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
  const fill = ({ field, typed, count }: Gap, value: string) => {
    dryRun.change({ kind: 'fill', field, typed, value });
    announce(t('gaps.done', { count }));
    // The question goes once it is answered.
    heading.current?.focus();
  };
  const fixUrls = ({ code, count }: UrlFixGroup) => {
    dryRun.change({ kind: 'fixUrls', code });
    announce(t('urlFixes.done', { count }));
    // The note goes once it is acted on.
    heading.current?.focus();
  };
  const answer = (question: string, group: string | null, count: number) => {
    dryRun.change({ kind: 'answer', question, group });
    if (group !== null) announce(t('questions.done', { count, group: groupName(group) }));
    // The question goes once it is answered.
    heading.current?.focus();
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
          <ColumnCard
            map={dryRun.corrected ?? reading.map}
            places={reading.places}
            sample={reading.sample}
            headerLine={reading.headerLine}
            onMap={dryRun.setMap}
          />
        )}
        <SkippedNote skipped={reading.skipped} />
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
        <QuestionBar
          questions={questionsOf(plan, judged.kinds)}
          answered={answeredOf(plan)}
          onAnswer={answer}
          onShow={() => judged.show('ask')}
          home={homeCountry}
        />
        <UrlFixBar groups={urlFixGroups(plan)} onFix={fixUrls} />
        <GapBar gaps={gaps} apps={apps} onFill={fill} />
        <KindFilter counts={counts} value={judged.shown} onChoose={judged.show} />
      </div>
      <div className="border-t border-line">
        {judged.places.length === 0 ? (
          <p className="px-5 py-8 text-ink-2">{t(counts.all === 0 ? 'dryRun.empty' : 'dryRun.none')}</p>
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
              apps={apps}
              onChoose={(line, key) => {
                judged.hold(line);
                dryRun.change({ kind: 'choose', line, key });
              }}
              onCommit={(line, field, text) => edit(line, { [field]: text })}
              onSplit={(line) => {
                judged.hold(line);
                dryRun.change({ kind: 'split', line });
              }}
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
  const t = useTranslations('newBatch');
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
