'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { meaningOf, withMeaning, withoutRivals } from '#components/batches/new/source/column-map.ts';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { controlClass } from '#components/ui/control-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { ColumnMap } from '#lib/batches/lines/columns.ts';
import { batchColumns } from '#lib/domain/batch.ts';

type ColumnCardProps = {
  map: ColumnMap;
  /** Columns with something in them, from 0. */
  places: readonly number[];
  /** The header, if any, and the first rows behind it as they were found. */
  sample: readonly (readonly string[])[];
  /** In which line of the text the header stands. */
  headerLine: number;
  onMap: (map: ColumnMap) => void;
};

/** What each column was taken for, over the first rows, to be corrected. */
export function ColumnCard({ map, places, sample, headerLine, onMap }: ColumnCardProps) {
  const t = useTranslations('newBatch.columns');
  const nameOf = (place: number) =>
    (map.hasHeader ? sample[0]?.[place] : '') || t('unnamed', { number: place + 1 });
  const rows = sample.slice(map.hasHeader ? 1 : 0);
  const hasNumber = map.columns.number !== undefined;
  // Only to begin with: it must not shut under the hands that mend it.
  const rivals = [...(map.rivals ?? []), ...(map.strays ?? [])];
  const [openFirst] = useState(!hasNumber || rivals.length > 0);
  return (
    <details open={openFirst} className="rounded-md border border-line">
      <summary className="rounded-md px-3 py-2 font-medium text-ink hover:bg-hover pointer-coarse:min-h-11">
        <span>{t('title')}</span>
        <span className="ms-2 font-normal text-ink-3">
          {places
            .filter((place) => meaningOf(map, place) !== null)
            .map((place) =>
              t('is', { name: nameOf(place), meaning: t(`meaning.${meaningOf(map, place) ?? 'none'}`) }),
            )
            .join(' · ')}
        </span>
      </summary>
      <div className="grid gap-3 px-3 pt-1 pb-3.5">
        <p className="text-sm text-ink-3">{t('about')}</p>
        {hasNumber ? null : (
          <Notice tone="warn" role="alert">
            {t(places.length === 0 ? 'emptySheet' : 'noNumber')}
          </Notice>
        )}
        {hasNumber && rivals.length > 0 ? (
          <Notice
            tone="warn"
            role="status"
            actions={
              <Button size="sm" onClick={() => onMap(withoutRivals(map))}>
                {t('settle')}
              </Button>
            }
          >
            {t('rivals', {
              count: rivals.length,
              names: rivals.map(nameOf).join(', '),
              name: nameOf(map.columns.number ?? 0),
            })}
          </Notice>
        ) : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
        <section aria-label={t('preview')} tabIndex={0} className="overflow-x-auto">
          <table className="w-full text-start text-sm">
            <thead>
              <tr>
                {places.map((place) => (
                  <th key={place} scope="col" className="min-w-36 pe-3 pb-1.5 text-start font-normal">
                    <label className="block">
                      <span className="block truncate text-ink-2" translate="no">
                        {map.hasHeader && sample[0]?.[place]
                          ? t('column', { name: nameOf(place) })
                          : nameOf(place)}
                      </span>
                      <select
                        value={meaningOf(map, place) ?? ''}
                        onChange={(event) => {
                          const meaning = batchColumns.find((column) => column === event.target.value);
                          onMap(withMeaning(map, place, meaning ?? null));
                        }}
                        className={controlClass(false, 'mt-1')}
                      >
                        <option value="">{t('meaning.none')}</option>
                        {batchColumns.map((column) => (
                          <option key={column} value={column}>
                            {t(`meaning.${column}`)}
                          </option>
                        ))}
                      </select>
                    </label>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text have no other name
                <tr key={index} className="border-t border-line">
                  {places.map((place) => (
                    <td
                      key={place}
                      translate="no"
                      className="max-w-64 truncate py-1 pe-3 font-mono text-ink-2"
                    >
                      {row[place] ?? ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Checkbox
          label={map.hasHeader && headerLine > 1 ? t('headerAt', { line: headerLine }) : t('header')}
          checked={map.hasHeader}
          onChange={(event) => onMap({ ...map, hasHeader: event.target.checked })}
        />
      </div>
    </details>
  );
}
