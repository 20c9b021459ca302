'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type KnownNumbers, keyOf, type LineKind } from '#components/batches/new/lines/classify-lines.ts';
import type { EditableField, LineEdit } from '#components/batches/new/lines/line-changes.ts';
import type { AppChoices } from '#components/batches/new/lines/line-choices.tsx';
import { LineRow } from '#components/batches/new/lines/line-row.tsx';
import type { WaitingEdit } from '#components/batches/new/lines/use-classified-lines.ts';
import { useSight } from '#components/data-table/use-visible-rows.ts';
import { rowsToDraw } from '#components/data-table/visible-rows.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';

export type LineListProps = {
  plan: readonly PlannedLine[];
  kinds: readonly LineKind[];
  /** Places of the lines that are shown. */
  places: readonly number[];
  known: KnownNumbers;
  changed: ReadonlySet<number>;
  waiting: ReadonlyMap<number, WaitingEdit>;
  apps: AppChoices;
  onChoose: (line: number, key: string) => void;
  onCommit: (line: number, field: EditableField, text: string) => void;
  onSplit: (line: number) => void;
  onRemove: (line: number) => void;
  onKeep: (line: number) => void;
};

/**
 * Lines of whatever number in a box that scrolls; only the rows in sight are drawn. Their height, which the parts of
 * line-row.tsx have room in, is in rem, because a person's larger text makes rows higher too.
 */
export function LineList({ plan, kinds, places, known, changed, waiting, ...rest }: LineListProps) {
  const t = useTranslations('newBatch.dryRun');
  const [edit, setEdit] = useState<LineEdit | null>(null);
  const { sight, watch } = useSight(16);
  const edited = edit === null ? -1 : places.findIndex((place) => plan[place]?.line === edit.line);
  const rows = rowsToDraw(sight, { count: places.length, kept: [edited] });
  return (
    <section
      data-scrolls
      aria-label={t('list')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
      tabIndex={0}
      className="relative max-h-[70dvh] [--row:5.75rem] max-lg:[--row:13.5rem] pointer-coarse:[--row:8.25rem] pointer-coarse:max-lg:[--row:17rem] overflow-y-auto focus-visible:-outline-offset-2"
    >
      <ol ref={watch} style={{ height: `calc(var(--row) * ${places.length})` }} className="relative">
        {rows.map((row) => {
          const place = places[row] ?? -1;
          const planned = plan[place];
          if (!planned) return null;
          return (
            <li
              key={planned.line}
              aria-posinset={row + 1}
              aria-setsize={places.length}
              data-line={planned.line}
              style={{ top: `calc(var(--row) * ${row})` }}
              className="absolute inset-x-0 h-(--row)"
            >
              <LineRow
                {...rest}
                planned={planned}
                kind={kinds[place] ?? 'pending'}
                known={
                  planned.kind === 'invalid' || planned.kind === 'ask' ? undefined : known.get(keyOf(planned))
                }
                changed={changed.has(planned.line)}
                waiting={waiting.get(planned.line)}
                edit={edit?.line === planned.line ? edit : null}
                onEdit={setEdit}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
