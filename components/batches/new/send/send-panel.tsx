'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LineCounts } from '#components/batches/new/lines/classify-lines.ts';
import { SendEstimate } from '#components/batches/new/send/send-estimate.tsx';
import { checkSendFields, type SendFields } from '#components/batches/new/send/send-fields.ts';
import { FormErrors } from '#components/form/form-errors.tsx';
import { useFieldErrors } from '#components/form/use-field-errors.ts';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { typedConfirmationOver } from '#lib/domain/batch.ts';
import type { Problem } from '#lib/domain/problem.ts';

type SendPanelProps = {
  counts: LineCounts;
  /** Every line has been judged against what is known of its number. */
  judged: boolean;
  sendsPerSecond: number | null;
  fields: SendFields;
  onFields: (fields: SendFields) => void;
  busy: boolean;
  onSend: (fields: SendFields) => void;
  onShow: (kind: 'duplicate') => void;
};

/** Why nothing can be sent yet. */
const refusalOf = (counts: LineCounts, judged: boolean, count: number) =>
  counts.contradiction > 0 ? 'contradiction' : !judged ? 'waiting' : count === 0 ? 'nothing' : null;

/** How many lines a press of the button would send. */
const toSend = ({ bind, replace, unchanged }: LineCounts, alsoUnchanged: boolean): number =>
  bind + replace + (alsoUnchanged ? unchanged : 0);

/** What goes with the batch, how long it takes, and the one button that sends. */
export function SendPanel(props: SendPanelProps) {
  const { counts, judged, sendsPerSecond, fields, onFields, busy, onSend, onShow } = props;
  const t = useTranslations('newBatch.send');
  const shared = useTranslations('ui');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<ReturnType<typeof refusalOf>>(null);
  const errorOf = useFieldErrors(problems);
  const count = toSend(counts, fields.alsoUnchanged);
  const refusal = refusalOf(counts, judged, count);

  const change = (patch: Partial<SendFields>) => {
    const next = { ...fields, ...patch };
    onFields(next);
    // After a failed submit an error leaves as soon as its field is right; none comes while typing.
    const still = checkSendFields(next, toSend(counts, next.alsoUnchanged));
    setProblems(problems.filter(({ code }) => still.some((each) => each.code === code)));
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setRefused(refusal);
    if (refusal !== null) return;
    const found = checkSendFields(fields, count);
    setProblems(found);
    if (found.length > 0) setAttempt(attempt + 1);
    else onSend(fields);
  };

  return (
    <Card aria-label={t('title')}>
      <form noValidate onSubmit={submit}>
        <div className="grid gap-4 px-4 py-4 sm:px-5">
          <FormErrors
            problems={problems}
            attempt={attempt}
            idOf={(field) => `batch-${field}`}
            fallbackId="batch-send"
          />
          <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
            <TextField
              id="batch-name"
              label={t('name')}
              optional={shared('optional')}
              value={fields.title}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => change({ title: event.target.value })}
            />
            <TextField
              id="batch-reason"
              label={t('reason')}
              optional={shared('optional')}
              error={errorOf('reason')}
              value={fields.reason}
              autoComplete="off"
              onChange={(event) => change({ reason: event.target.value })}
            />
          </div>
          {counts.unchanged > 0 ? (
            <Checkbox
              label={t('alsoUnchanged', { count: counts.unchanged })}
              checked={fields.alsoUnchanged}
              onChange={(event) => change({ alsoUnchanged: event.target.checked })}
            />
          ) : null}
          {count > typedConfirmationOver ? (
            <TextField
              id="batch-confirmed"
              className="max-w-60"
              label={t('confirm', { count })}
              hint={t('confirmHint', { limit: typedConfirmationOver })}
              error={errorOf('confirmed')}
              value={fields.confirmed}
              inputMode="numeric"
              autoComplete="off"
              onChange={(event) => change({ confirmed: event.target.value })}
            />
          ) : null}
          {refusal === null || refusal !== refused ? null : (
            <Notice
              tone="bad"
              role="alert"
              actions={
                refusal === 'contradiction' ? (
                  <Button size="sm" onClick={() => onShow('duplicate')}>
                    {t('show')}
                  </Button>
                ) : null
              }
            >
              {t(refusal, { count: counts.contradiction })}
            </Notice>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3.5 sm:px-5">
          <Button id="batch-send" type="submit" look="primary" busy={busy} className="max-sm:w-full">
            {t('button', { count })}
          </Button>
          <SendEstimate
            counts={counts}
            alsoUnchanged={fields.alsoUnchanged}
            count={count}
            sendsPerSecond={sendsPerSecond}
          />
        </div>
      </form>
    </Card>
  );
}
