'use client';

import { useTranslations } from 'use-intl';
import { ProviderBadge } from '#components/binding/provider-badge.tsx';
import type { Column } from '#components/data-table/column.ts';
import { choiceKey } from '#components/numbers/choice.ts';
import { ChooseBox } from '#components/numbers/choose-box.tsx';
import { LabelBadge } from '#components/numbers/label-badge.tsx';
import { NumberCell } from '#components/numbers/number-cell.tsx';
import { SinceCell } from '#components/numbers/since-cell.tsx';
import { UrlCell } from '#components/numbers/url-cell.tsx';
import type { Choosing } from '#components/numbers/use-choice.ts';
import { zoneName } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import { serverNow } from '#lib/clock.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import type { NumberLine } from '#lib/numbers/view.ts';

/** In a card the two lines of a cell stand side by side. */
const beside = '@max-3xl:flex! @max-3xl:items-baseline @max-3xl:justify-between @max-3xl:gap-3';
/** Nothing to say there: no empty line in a card. */
const unlessEmpty = '@max-3xl:empty:hidden';

function chooseColumn(
  choosing: Choosing,
  t: ReturnType<typeof useTranslations<'numbers.choose'>>,
): Column<NumberLine> {
  const { chosen, size } = choosing.page;
  return {
    id: 'choose',
    header: (
      <ChooseBox
        label={t('page')}
        text={t('page')}
        checked={size > 0 && chosen === size}
        partly={chosen > 0 && chosen < size}
        onTurn={choosing.turnPage}
      />
    ),
    headInCards: true,
    width: 'w-12',
    cell: (line) => {
      const key = choiceKey(line);
      return (
        <ChooseBox
          label={t('row', { number: line.number })}
          text={t('choose')}
          checked={choosing.has(key)}
          onTurn={(toHere) => choosing.turn(key, toHere)}
        />
      );
    },
  };
}

/** The columns of the board, and where each stands when a row is a card. */
export function useColumns(
  onFind: (search: NumbersSearch) => void,
  choosing: Choosing | null,
): Column<NumberLine>[] {
  const t = useTranslations('numbers.table');
  const choose = useTranslations('numbers.choose');
  const zone = useViewerZone();
  return [
    ...(choosing ? [chooseColumn(choosing, choose)] : []),
    {
      id: 'number',
      header: t('number'),
      width: 'w-46',
      card: beside,
      cell: (line) => <NumberCell line={line} />,
    },
    {
      id: 'label',
      header: t('label'),
      width: 'w-41',
      cell: ({ label, pending }) => (
        <LabelBadge label={label === 'unknown' && pending?.state === 'sending' ? 'sending' : label} />
      ),
    },
    { id: 'url', header: t('url'), cell: (line) => <UrlCell line={line} onFind={onFind} /> },
    {
      id: 'since',
      header: t('since', { zone: zoneName(serverNow(), zone) }),
      width: 'w-48',
      card: unlessEmpty,
      cell: (line) => <SinceCell line={line} onFind={onFind} />,
    },
    {
      id: 'provider',
      header: t('provider'),
      width: 'w-40',
      card: beside,
      cell: ({ provider }) => (
        <>
          <span aria-hidden className="hidden text-xs text-ink-3 @max-3xl:inline">
            {t('provider')}
          </span>
          <ProviderBadge {...provider} />
        </>
      ),
    },
  ];
}
