'use client';

import { useState } from 'react';
import { useLeaveWarning } from '#components/bindings/use-leave-warning.ts';
import { carriedNumbers } from '#components/bulk/new/carried-numbers.ts';
import { DefaultFields } from '#components/bulk/new/default-fields.tsx';
import { DryRunCard } from '#components/bulk/new/dry-run-card.tsx';
import { InputCard } from '#components/bulk/new/input-card.tsx';
import { linesToSend } from '#components/bulk/new/judged-lines.ts';
import type { NewBatchProps } from '#components/bulk/new/new-batch-screen.tsx';
import { OpeningNote } from '#components/bulk/new/opening-note.tsx';
import { fileSource, textSource } from '#components/bulk/new/read-source.ts';
import { readCount, type SendFields } from '#components/bulk/new/send-fields.ts';
import { SendPanel } from '#components/bulk/new/send-panel.tsx';
import { SendProblem } from '#components/bulk/new/send-problem.tsx';
import { SourceBar } from '#components/bulk/new/source-bar.tsx';
import { type Defaults, type LineSource, useDryRun } from '#components/bulk/new/use-dry-run.ts';
import { useFacts } from '#components/bulk/new/use-facts.ts';
import { useJudged } from '#components/bulk/new/use-judged.ts';
import { useOpening } from '#components/bulk/new/use-opening.ts';
import { useSend } from '#components/bulk/new/use-send.ts';
import type { PlannedLine } from '#lib/domain/batch-plan.ts';
import type { Result } from '#lib/domain/result.ts';

const noFields: SendFields = { title: '', reason: '', confirmed: '', alsoUnchanged: false };
const noLines: readonly PlannedLine[] = [];

/** Lines in, dry run, and the button that sends. `asleep`: as the server draws it, takes no input. */
export function NewBatchDesk({ apps, allowHttp, start, asleep }: NewBatchProps & { asleep: boolean }) {
  const [carried] = useState(() => (!asleep && start.kind === 'bind' ? carriedNumbers() : null));
  const [text, setText] = useState(carried?.numbers.join('\n') ?? '');
  const [defaults, setDefaults] = useState<Defaults>({
    appId: carried?.appId || (apps.length === 1 ? (apps[0]?.id ?? '') : ''),
    callbackUrl: carried?.callbackUrl ?? '',
  });
  const [fields, setFields] = useState(noFields);
  const [fileName, setFileName] = useState('');
  const [changed, setChanged] = useState<ReadonlySet<number>>(new Set());
  const dryRun = useDryRun({ apps, allowHttp });
  const { shown } = dryRun;
  const facts = useFacts(shown?.reading.planned ?? noLines);
  const judged = useJudged(shown?.reading.planned ?? noLines, facts.known, changed);
  const { sending, send } = useSend((lines) => {
    setChanged(new Set(lines));
    facts.forget(new Set(lines));
  });
  const { opening, retry } = useOpening(start, !asleep, (source) => void dryRun.begin(source, defaults));
  const isTyped =
    text !== (carried?.numbers.join('\n') ?? '') || fields.reason !== '' || dryRun.changeCount > 0;
  useLeaveWarning(isTyped && sending.kind !== 'started');

  const begin = (read: Result<LineSource>) => {
    setChanged(new Set());
    if (!read.ok) return dryRun.refuse(read.problem);
    const name = read.value.name.slice(0, 200);
    if (fields.title === '' || fields.title === fileName) setFields({ ...fields, title: name });
    setFileName(name);
    void dryRun.begin(read.value, defaults);
  };
  const submit = ({ title, reason, confirmed, alsoUnchanged }: SendFields) => {
    setChanged(new Set());
    void send({
      title: title.trim() || null,
      reason: reason.trim() || null,
      undoesBatchId: start.kind === 'undo' ? start.batchId : null,
      lines: linesToSend(shown?.reading.planned ?? noLines, facts.known, alsoUnchanged),
      confirmedCount: readCount(confirmed),
    });
  };

  const defaultFields = (
    <DefaultFields
      apps={apps}
      value={defaults}
      onChange={setDefaults}
      onSettled={(next) => {
        const before = shown?.defaults;
        if (before && (before.appId !== next.appId || before.callbackUrl !== next.callbackUrl))
          dryRun.setDefaults(next);
      }}
    />
  );
  return (
    <div className="grid gap-4">
      <OpeningNote
        start={start}
        opening={opening}
        onRetry={retry}
        dryRun={dryRun}
        facts={facts}
        isInput={shown === null}
      />
      {shown === null ? (
        <InputCard
          text={text}
          appId={defaults.appId || (apps[0]?.id ?? '')}
          asleep={asleep}
          busy={dryRun.busyWith !== null}
          onText={setText}
          onRead={(typed) => begin(textSource(typed))}
          onFile={async (file) => begin(await fileSource(file))}
        >
          {defaultFields}
        </InputCard>
      ) : (
        <>
          <SourceBar source={shown.source} count={judged.counts.all} onAgain={dryRun.startOver}>
            {shown.source.map ? null : defaultFields}
          </SourceBar>
          <DryRunCard
            dryRun={dryRun}
            shown={shown}
            facts={facts}
            judged={judged}
            changed={changed}
            apps={apps}
          />
          <SendProblem sending={sending} onShow={() => judged.show('changed')} />
          <SendPanel
            counts={judged.counts}
            judged={dryRun.busyWith === null && judged.counts.pending === 0}
            sendsPerSecond={facts.sendsPerSecond}
            fields={fields}
            onFields={setFields}
            busy={sending.kind === 'busy' || sending.kind === 'started'}
            onSend={submit}
            onShow={judged.show}
          />
        </>
      )}
    </div>
  );
}
