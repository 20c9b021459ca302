'use client';

import type { ReactNode } from 'react';
import { DryRunCard } from '#components/batches/new/lines/dry-run-card.tsx';
import type { DryRun } from '#components/batches/new/lines/use-dry-run.ts';
import { SendPanel } from '#components/batches/new/send/send-panel.tsx';
import { SendProblem } from '#components/batches/new/send/send-problem.tsx';
import { SourceBar } from '#components/batches/new/source/source-bar.tsx';
import type { NewBatch, NewBatchProps } from '#components/batches/new/use-new-batch.ts';

type CheckedLinesProps = {
  batch: NewBatch;
  shown: NonNullable<DryRun['shown']>;
  defaultFields: ReactNode;
} & Pick<NewBatchProps, 'apps' | 'retiredApps' | 'homeCountry'>;

/** Lines that have been read, and all that can be done with them. */
export default function CheckedLines({ batch, shown, defaultFields, ...page }: CheckedLinesProps) {
  const { dryRun, facts, judged, sending } = batch;
  return (
    <>
      <SourceBar
        source={shown.source}
        count={judged.counts.all}
        workbook={shown.reading.workbook}
        onSheet={dryRun.setSheet}
        onAgain={dryRun.startOver}
      >
        {shown.source.map ? null : defaultFields}
      </SourceBar>
      <DryRunCard
        dryRun={dryRun}
        shown={shown}
        facts={facts}
        judged={judged}
        changed={batch.changed}
        {...page}
      />
      <SendProblem sending={sending} onShow={() => judged.show('changed')} />
      <SendPanel
        counts={judged.counts}
        judged={dryRun.busyWith === null && judged.counts.pending === 0}
        sendsPerSecond={facts.sendsPerSecond}
        fields={batch.fields}
        onFields={batch.setFields}
        busy={sending.kind === 'busy' || sending.kind === 'started'}
        onSend={batch.submit}
        onShow={judged.show}
      />
    </>
  );
}
