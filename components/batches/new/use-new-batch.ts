'use client';
import { useState } from 'react';
import { linesToSend } from '#components/batches/new/lines/classify-lines.ts';
import { readingsOf } from '#components/batches/new/lines/questions-of.ts';
import { useJudged } from '#components/batches/new/lines/use-classified-lines.ts';
import { type Defaults, type LineSource, useDryRun } from '#components/batches/new/lines/use-dry-run.ts';
import { useFacts } from '#components/batches/new/lines/use-facts.ts';
import { useKnownNumbers } from '#components/batches/new/lines/use-known-numbers.ts';
import { readCount, type SendFields } from '#components/batches/new/send/send-fields.ts';
import { useSend } from '#components/batches/new/send/use-send.ts';
import { carriedNumbers } from '#components/batches/new/source/handoff-numbers.ts';
import { useOpening } from '#components/batches/new/source/use-initial-lines.ts';
import {
  adoptKept,
  forgetKept,
  type Keeping,
  readBeginning,
  useKeeping,
  useKeptLines,
} from '#components/batches/new/use-kept-batch.ts';
import { useHomeCountry } from '#components/providers/use-home-country.ts';
import { useLeaveWarning } from '#components/ui/use-leave-warning.ts';
import type { Start } from '#lib/batches/initial-lines.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';
import { makeKey } from '#lib/client/idempotency-key.ts';
import type { HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';
import type { Result } from '#lib/domain/result.ts';

export type NewBatchProps = {
  apps: readonly { id: string; name: string }[];
  /** Apps in which nothing is bound any more: lines that name one are told so. */
  retiredApps: readonly { id: string; name: string }[];
  allowHttp: boolean;
  homeCountry: HomeCountryChoice;
  /** From the address: what the page is opened with. */
  start: Start;
  viewerId: string;
};

export type NewBatchWorkspaceProps = NewBatchProps & {
  asleep: boolean;
  /** Begins again with what is kept now, or with nothing. */
  onRestart: () => void;
};

const noFields: SendFields = { title: '', reason: '', confirmed: '', alsoUnchanged: false };
const noLines: readonly PlannedLine[] = [];

const countTyped = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;

/** What is typed on the page of a new batch, what is known of it, and how it is sent; kept until it is sent. */
export function useNewBatch({
  apps,
  retiredApps,
  allowHttp,
  homeCountry,
  start,
  viewerId,
  asleep,
  onRestart,
}: NewBatchWorkspaceProps) {
  const { country: home } = useHomeCountry(homeCountry);
  const [beginning] = useState(() => readBeginning(viewerId, start, asleep));
  const { kept, other } = beginning;
  const [carried] = useState(() => (!asleep && start.kind === 'bind' ? carriedNumbers() : null));
  const carriedText = carried?.numbers.join('\n') ?? '';
  const carriedUrl = carried?.callbackUrl ?? '';
  const [text, setText] = useState(kept?.text ?? carriedText);
  const [defaults, setDefaults] = useState<Defaults>(
    kept?.defaults ?? {
      appId: carried?.appId || (apps.length === 1 ? (apps[0]?.id ?? '') : ''),
      callbackUrl: carriedUrl,
    },
  );
  const [fields, setFields] = useState(kept?.fields ?? noFields);
  const [fileName, setFileName] = useState(kept?.source?.name ?? '');
  const [changed, setChanged] = useState<ReadonlySet<number>>(new Set());
  const [key] = useState(() => kept?.key ?? makeKey());
  const dryRun = useDryRun({ apps, retiredApps, allowHttp, home });
  const { shown, present, changeCount } = dryRun;
  const plan = shown?.reading.planned ?? noLines;
  const facts = useFacts(plan, key);
  useKnownNumbers(dryRun, plan, facts.known);
  const judged = useJudged(plan, facts.known, changed);
  const lines = useKeptLines(viewerId, kept, ({ map, sheet, changes, ...rest }, source) => {
    void dryRun.begin(source, rest.defaults, { map, sheet, changes });
  });
  const { opening, retry } = useOpening(start, {
    awake: !asleep,
    isKept: kept?.source != null,
    batchKey: key,
    onLines: (source) => void dryRun.begin(source, defaults),
  });

  const undoes = start.kind === 'undo' ? start.batchId : null;
  const source = present?.source ?? null;
  /** Lines that nobody could load again: pasted ones and those of a file. */
  const isOwn =
    source !== null &&
    (source.from === 'file' ||
      (source.from === 'text' && 'text' in source.content && source.content.text !== carriedText));
  const isTyped =
    isOwn ||
    text !== carriedText ||
    defaults.callbackUrl !== carriedUrl ||
    changeCount > 0 ||
    present?.map != null ||
    present?.sheet != null ||
    fields.reason !== '' ||
    fields.title !== fileName;
  const typed: Keeping = {
    ...{ start: beginning.start, undoes, text, source, defaults, fields, key },
    map: present?.map ?? null,
    sheet: present?.sheet ?? null,
    changes: present?.changes ?? [],
    count: shown ? judged.counts.all : countTyped(text),
  };

  const { sending, send } = useSend(key, {
    onChanged: (numbers) => {
      setChanged(new Set(numbers));
      facts.forget(new Set(numbers));
    },
    onStarted: () => forgetKept(viewerId, beginning.start),
  });
  const isOver = sending.kind === 'started';
  const isKnown = !asleep && !isOver && lines !== 'loading';
  const isKept = useKeeping(viewerId, beginning.start, isKnown ? (isTyped ? typed : null) : undefined);
  useLeaveWarning(isTyped && !isOver, isKept);

  return {
    ...{ text, setText, defaults, setDefaults, fields, setFields, changed, dryRun, facts, judged },
    ...{ opening, retry, sending },
    /** What was typed earlier and is back, or waits to be brought back. */
    kept: kept && { batch: kept, isGone: lines === 'gone' },
    other,
    /** This browser keeps nothing of what is typed, or not so much. */
    isLost: isTyped && !isKept,
    isRestoring: lines === 'loading',
    startOver: () => {
      forgetKept(viewerId, beginning.start);
      onRestart();
    },
    takeOther: (batch: NonNullable<typeof other>) => {
      adoptKept(viewerId, batch, beginning.start);
      onRestart();
    },
    discardOther: (batch: NonNullable<typeof other>) => {
      forgetKept(viewerId, batch.start);
      onRestart();
    },
    begin: (read: Result<LineSource>) => {
      setChanged(new Set());
      if (!read.ok) return dryRun.refuse(read.problem);
      const name = read.value.name.slice(0, 200);
      if (fields.title === '' || fields.title === fileName) setFields({ ...fields, title: name });
      setFileName(name);
      void dryRun.begin(read.value, defaults);
    },
    submit: ({ title, reason, confirmed, alsoUnchanged }: SendFields) => {
      setChanged(new Set());
      const sent = linesToSend(plan, facts.known, alsoUnchanged);
      void send({
        title: title.trim() || null,
        reason: reason.trim() || null,
        undoesBatchId: undoes,
        lines: sent,
        readings: readingsOf(plan, sent),
        confirmedCount: readCount(confirmed),
      });
    },
  };
}

export type NewBatch = ReturnType<typeof useNewBatch>;
