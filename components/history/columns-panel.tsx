'use client';

import { useTranslations } from 'use-intl';
import { ColumnLine } from '#components/history/column-line.tsx';
import { useColumnNames } from '#components/history/use-column-names.ts';
import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { defaultColumns, type HistoryColumn, historyColumns } from '#lib/domain/history-columns.ts';

/** Which columns history shows, in which order, and how high its rows are; kept for this person. */
export default function ColumnsPanel() {
  const t = useTranslations('preferences.columns');
  const names = useColumnNames();
  const { preferences, change } = useOwnPreferences();
  const shown = preferences.columns ?? [...defaultColumns];
  const listed = [...shown, ...historyColumns.filter((id) => !shown.includes(id))];

  const move = (id: HistoryColumn, by: -1 | 1) => {
    const from = shown.indexOf(id);
    const others = shown.filter((each) => each !== id);
    change({ columns: others.toSpliced(from + by, 0, id) });
    announce(t('moved', { name: names[id], place: from + by + 1, count: shown.length }));
  };
  const densities = ['comfortable', 'compact'] as const;
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-xs font-medium text-ink-3">{t('shown')}</legend>
        <ul className="max-h-[50dvh] overflow-y-auto">
          {listed.map((id) => {
            const place = shown.indexOf(id);
            return (
              <ColumnLine
                key={id}
                name={names[id]}
                shown={place >= 0}
                fixed={id === 'time'}
                onShow={(wanted) =>
                  change({ columns: wanted ? [...shown, id] : shown.filter((each) => each !== id) })
                }
                onUp={place > 0 ? () => move(id, -1) : null}
                onDown={place >= 0 && place < shown.length - 1 ? () => move(id, 1) : null}
              />
            );
          })}
        </ul>
      </fieldset>
      <div className="mt-3 grid gap-3 border-t border-line pt-3">
        <Segments
          label={t('density')}
          value={preferences.density ?? 'comfortable'}
          options={densities.map((value) => ({ value, text: t(value) }))}
          onChoose={(density) => change({ density })}
        />
        <Button
          size="sm"
          onClick={() => {
            change({ columns: null, widths: null, density: null });
            announce(t('resetDone'));
          }}
        >
          {t('reset')}
        </Button>
      </div>
    </>
  );
}
