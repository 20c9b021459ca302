'use client';

import { useTranslations } from 'use-intl';

import type { AppName } from '#components/history/filters/filter-texts.ts';
import { useFilterTexts } from '#components/history/filters/filter-texts.ts';
import type { HistoryNames } from '#components/history/filters/names-of.ts';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { type ExportFormat, exportFormats, workbookRows } from '#lib/domain/recorded-event.ts';
import type { HistorySearch } from '#lib/history/schema.ts';

export type ExportProps = {
  search: HistorySearch;
  apps: readonly AppName[];
  names: HistoryNames;
};

type ExportQuestionProps = ExportProps & {
  zone: string;
  rows: number;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
};

/** Which rows, in which form, and what the reader of the file should know. */
export function ExportQuestion({ search, apps, names, zone, rows, format, onFormat }: ExportQuestionProps) {
  const t = useTranslations('auditLog');
  const filters = useFilterTexts(search, { apps, names });
  const facts = [
    {
      name: t('export.filters'),
      value:
        filters.length === 0 ? (
          t('export.whole')
        ) : (
          <ul className="grid gap-0.5">
            {filters.map(({ name, text }) => (
              <li key={name} className="break-words">
                {text}
              </li>
            ))}
          </ul>
        ),
    },
    { name: t('export.times'), value: t('export.timesText', { zone }) },
    { name: t('export.urls'), value: t('export.urlsText') },
  ];
  return (
    <>
      <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[7rem_minmax(0,1fr)]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="mb-1 min-w-0 sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      <RadioGroup
        id="export-format"
        name="export-format"
        label={t('export.format')}
        options={exportFormats.map((value) => ({
          value,
          label: t(`formats.${value}`),
          ...(value === 'xlsx' && rows > workbookRows
            ? { disabled: true, meaning: t('export.xlsxTooMany', { limit: workbookRows }) }
            : { meaning: t(`export.${value}Meaning`) }),
        }))}
        value={format}
        onChoose={onFormat}
        note={format === 'csv' ? <p className="mt-2 text-sm text-ink-2">{t('export.csvText')}</p> : null}
      />
      <p className="border-t border-line pt-3 text-sm text-ink-2">{t('export.recorded')}</p>
    </>
  );
}
