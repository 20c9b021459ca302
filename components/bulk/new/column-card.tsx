'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { meaningOf, widthOf, withMeaning } from '#components/bulk/new/column-map.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { controlClass } from '#components/ui/control-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import { batchColumns, type ColumnMap } from '#lib/domain/batch-columns.ts';

type ColumnCardProps = {
  map: ColumnMap;
  /** The first rows as they were found. */
  sample: readonly (readonly string[])[];
  onMap: (map: ColumnMap) => void;
};

/** What each column was taken for, over the first rows, to be corrected. */
export function ColumnCard({ map, sample, onMap }: ColumnCardProps) {
  const t = useTranslations('bulk.columns');
  const places = Array.from({ length: widthOf(map, sample) }, (_, place) => place);
  const nameOf = (place: number) =>
    (map.hasHeader ? sample[0]?.[place] : '') || t('unnamed', { number: place + 1 });
  const rows = sample.slice(map.hasHeader ? 1 : 0);
  const hasNumber = map.columns.number !== undefined;
  // Only to begin with: it must not shut under the hands that mend it.
  const [openFirst] = useState(!hasNumber);
  return (
    <details open={openFirst} className="rounded-md border border-line">
      <summary className="rounded-md px-3 py-2 font-medium text-ink hover:bg-hover pointer-coarse:min-h-11">
        {t('title')}
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
            {t('noNumber')}
          </Notice>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
        <section aria-label={t('preview')} tabIndex={0} className="overflow-x-auto">
          <table className="w-full text-start text-sm">
            <thead>
              <tr>
                {places.map((place) => (
                  <th key={place} scope="col" className="min-w-36 pe-3 pb-1.5 text-start font-normal">
                    <label className="block">
                      <span className="block truncate text-ink-2" translate="no">
                        {t('column', { name: nameOf(place) })}
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
          label={t('header')}
          checked={map.hasHeader}
          onChange={(event) => onMap({ ...map, hasHeader: event.target.checked })}
        />
      </div>
    </details>
  );
}
