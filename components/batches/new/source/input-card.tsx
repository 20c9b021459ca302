'use client';

import { clsx } from 'clsx';
import { type ClipboardEvent, type DragEvent, type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TemplateButton } from '#components/batches/new/source/template-button.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Card } from '#components/ui/card.tsx';
import { controlClass } from '#components/ui/control-class.ts';
import { Field, fieldIds } from '#components/ui/field.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { batchLimits } from '#lib/domain/batch.ts';
import { paths } from '#lib/paths.ts';

type InputCardProps = {
  text: string;
  appId: string;
  asleep: boolean;
  busy: boolean;
  onText: (text: string) => void;
  onRead: (text: string) => void;
  onFile: (file: File) => void;
  /** Fields for what lines do not say themselves. */
  children: ReactNode;
};

/** A pasted text of this size goes straight to the worker: laying it out in a field would stop the page. */
const straightAway = 100_000;

/** Where rows get in: pasted, dropped, chosen, or taken from the board; with the limits said first. */
export function InputCard({ text, appId, asleep, busy, onText, onRead, onFile, children }: InputCardProps) {
  const t = useTranslations('newBatch.input');
  const id = useId();
  const [over, setOver] = useState(false);
  const [error, setError] = useState<string>();
  const texts = { label: t('text'), hint: t('textHint'), error };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmpty = text.trim() === '';
    setError(isEmpty ? t('empty') : undefined);
    if (isEmpty) document.getElementById(id)?.focus();
    else if (!busy) onRead(text);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (pasted.length < straightAway || text !== '') return;
    event.preventDefault();
    onRead(pasted);
  };
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    setOver(false);
    if (!file) return;
    event.preventDefault();
    onFile(file);
  };

  return (
    <Card
      aria-label={t('title')}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drop}
      className={clsx(over && 'outline-2 outline-offset-2 outline-accent')}
    >
      <form
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
        <fieldset disabled={asleep} className="grid gap-4 px-4 py-4 sm:px-5">
          <Field {...texts} id={id}>
            <textarea
              id={id}
              rows={7}
              value={text}
              aria-describedby={fieldIds(id, texts).describedBy}
              aria-invalid={error ? true : undefined}
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              onChange={(event) => {
                onText(event.target.value);
                if (event.target.value.trim() !== '') setError(undefined);
              }}
              onPaste={paste}
              className={controlClass(Boolean(error), 'figures resize-y font-mono whitespace-pre')}
            />
          </Field>
          {children}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Button type="submit" look="primary" busy={busy} className="max-sm:w-full">
              {t('read')}
            </Button>
            <label
              className={buttonClass(
                'plain',
                'md',
                'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              )}
            >
              <span>{t('file')}</span>
              <input
                type="file"
                accept=".xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                className="sr-only"
                onChange={(event) => {
                  const [file] = event.target.files ?? [];
                  // The same file again is a change too: it may have been mended meanwhile.
                  event.target.value = '';
                  if (file) onFile(file);
                }}
              />
            </label>
            <span className="text-sm text-ink-3 pointer-coarse:hidden">{t(over ? 'dropHere' : 'drop')}</span>
          </div>
        </fieldset>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line px-4 py-2.5 text-sm text-ink-3 sm:px-5">
          <p className="figures">
            {t('limits', {
              megabytes: batchLimits.bytes / 2 ** 20,
              rows: batchLimits.rows,
              columns: batchLimits.columns,
              kilobytes: batchLimits.fieldBytes / 1024,
            })}
          </p>
          <span className="ms-auto flex flex-wrap gap-x-2">
            <TemplateButton appId={appId} />
            <PageLink href={paths.numbers} className={buttonClass('quiet', 'sm')}>
              {t('board')}
            </PageLink>
          </span>
        </div>
      </form>
    </Card>
  );
}
