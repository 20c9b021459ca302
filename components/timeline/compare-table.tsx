'use client';

import { useTranslations } from 'use-intl';
import { type CompareField, useCompareFields } from '#components/timeline/use-compare-fields.tsx';
import type { BindingView } from '#lib/bindings/view.ts';

type CompareTableProps = { older: BindingView; newer: BindingView };

/** Two changes side by side, and for each field in words whether they differ in it. */
export function CompareTable({ older, newer }: CompareTableProps) {
  const t = useTranslations('number.compare');
  const fields = useCompareFields();
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-ink-3 max-sm:grid max-sm:grid-cols-2">
          <th scope="col" className="w-32 max-sm:sr-only">
            <span className="sr-only">{t('field')}</span>
          </th>
          <th scope="col" className="px-2 py-1.5 text-start font-medium">
            {t('earlier')}
          </th>
          <th scope="col" className="px-2 py-1.5 text-start font-medium">
            {t('later')}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <CompareRow key={field.name} field={field} older={older} newer={newer} />
        ))}
      </tbody>
    </table>
  );
}

function CompareRow({ field, older, newer }: CompareTableProps & { field: CompareField }) {
  const t = useTranslations('number.compare');
  const { name, draw, compared } = field;
  const differs = compared && compared(older) !== compared(newer);
  const cell = 'px-2 py-2 align-top break-words text-ink';
  return (
    <tr className="border-b border-line last:border-b-0 max-sm:grid max-sm:grid-cols-2">
      <th
        scope="row"
        className="py-2 pe-2 text-start align-top font-normal text-ink-3 max-sm:col-span-2 max-sm:flex max-sm:gap-2 max-sm:px-2 max-sm:pb-0"
      >
        <span>{name}</span>
        {differs === undefined ? null : (
          <span className={differs ? 'block text-xs font-medium text-ink' : 'block text-xs text-ink-3'}>
            <span aria-hidden>{differs ? '≠ ' : '= '}</span>
            <span>{differs ? t('differs') : t('same')}</span>
          </span>
        )}
      </th>
      <td className={cell}>{draw(older, { other: newer, side: 'earlier' })}</td>
      <td className={cell}>{draw(newer, { other: older, side: 'later' })}</td>
    </tr>
  );
}
