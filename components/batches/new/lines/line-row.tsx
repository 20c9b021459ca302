'use client';

import { clsx } from 'clsx';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { knownUrl } from '#components/batches/new/lines/classify-lines.ts';
import { EditCell } from '#components/batches/new/lines/edit-cell.tsx';
import { focusNextRow } from '#components/batches/new/lines/focus-row.ts';
import { LineChoices } from '#components/batches/new/lines/line-choices.tsx';
import { LineReadingText } from '#components/batches/new/lines/line-reading-text.tsx';
import { LineUrl } from '#components/batches/new/lines/line-url.tsx';
import { type LineRowProps, LineVerdict } from '#components/batches/new/lines/line-verdict.tsx';
import { UrlWarningLine } from '#components/binding/url-warnings.tsx';
import { Button } from '#components/ui/button.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

/** A line: its number, its own old and new URL, and what would become of it. Heights: see line-list. */
export function LineRow(props: LineRowProps) {
  const { planned, kind, known, changed, waiting, apps, edit, onEdit, onCommit, onRemove } = props;
  const t = useTranslations('newBatch.line');
  const change = useTranslations('ui.urlChange');
  const { line, typed } = planned;
  const isRead = planned.kind !== 'invalid' && planned.kind !== 'ask' && waiting === undefined;
  const old = kind === 'replace' ? knownUrl(known) : null;
  const number = waiting?.number ?? typed.number;
  const url = waiting?.callbackUrl ?? typed.callbackUrl;
  const hints = isRead ? planned.hints : [];
  const cell = (field: 'number' | 'callbackUrl', value: string) => ({
    value,
    draft: edit?.line === line && edit.field === field ? edit.text : null,
    onDraft: (text: string | null) => onEdit(text === null ? null : { line, field, text }),
    onCommit: (text: string) => onCommit(line, field, text),
  });
  return (
    <div
      className={clsx(
        'grid h-full grid-cols-[2.75rem_minmax(0,1fr)_2rem] content-start gap-x-3 gap-y-0.5 border-b border-line px-3 py-2 pointer-coarse:grid-cols-[2.75rem_minmax(0,1fr)_2.75rem]',
        'lg:grid-cols-[3.25rem_14.5rem_minmax(0,1fr)_minmax(0,20rem)_2rem] lg:items-center lg:content-center',
        changed && 'bg-warn-soft',
      )}
    >
      <span className="figures text-end text-sm text-ink-3 max-lg:pt-1">
        <span className="sr-only">{t('line', { line })}</span>
        <span aria-hidden>{line}</span>
      </span>
      <div className="min-w-0">
        <EditCell
          {...cell('number', number)}
          inputMode="tel"
          labels={{ edit: t('editNumber', { line }), field: t('numberOf', { line }) }}
        >
          {isRead ? (
            <NumberText number={planned.number} className="font-medium text-ink" />
          ) : (
            <span translate="no" className="block truncate font-mono">
              {number || t('empty')}
            </span>
          )}
        </EditCell>
        <LineChoices
          line={line}
          apps={apps}
          app={waiting?.app ?? (planned.kind === 'invalid' ? typed.app : planned.appId)}
          numberType={waiting?.numberType ?? typeOf(planned)}
          onCommit={(field, text) => onCommit(line, field, text)}
        />
        {isRead ? (
          <LineReadingText number={planned.number} typed={typed.number} reading={planned.reading} />
        ) : null}
      </div>
      <div className="order-last col-span-3 min-w-0 lg:order-none lg:col-span-1">
        {old === null ? null : (
          <>
            <span className="sr-only">{change('removed')}</span>
            <LineUrl url={old} old />
          </>
        )}
        <EditCell
          {...cell('callbackUrl', url)}
          inputMode="url"
          labels={{ edit: t('editUrl', { line }), field: t('urlOf', { line }) }}
        >
          {url === '' ? (
            <span className="text-ink-3 italic">{t('noUrl')}</span>
          ) : (
            <LineUrl url={isRead ? planned.callbackUrl : url} />
          )}
        </EditCell>
        <UrlWarningLine warnings={hints} />
      </div>
      <div className="order-last col-span-3 min-w-0 lg:order-none lg:col-span-1">
        <LineVerdict {...props} kind={waiting ? 'pending' : kind} />
      </div>
      <Button
        look="quiet"
        size="icon"
        aria-label={t('remove', { line })}
        title={t('remove', { line })}
        data-remove
        onClick={(event) => {
          focusNextRow(event.currentTarget);
          onRemove(line);
        }}
      >
        <Trash2 aria-hidden className="size-4" />
      </Button>
    </div>
  );
}

const typeOf = (planned: PlannedLine): string =>
  planned.kind === 'invalid' || planned.kind === 'ask'
    ? planned.typed.numberType
    : (planned.numberType ?? 'none');
