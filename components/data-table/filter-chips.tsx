'use no memo';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';

type FilterChipsProps<Name extends string> = {
  filters: readonly { name: Name; text: string }[];
  onRemove: (name: Name) => void;
};

/** Every filter that is set, each with its way out. */
export function FilterChips<Name extends string>({ filters, onRemove }: FilterChipsProps<Name>) {
  const t = useTranslations('history.chip');
  if (filters.length === 0) return null;
  return (
    <ul aria-label={t('list')} className="contents">
      {filters.map(({ name, text }) => (
        <li
          key={name}
          className="flex shrink-0 items-center rounded-full border border-accent/25 bg-accent-soft ps-2.5 text-sm text-accent"
        >
          <span className="max-w-72 truncate" title={text}>
            {text}
          </span>
          <button
            type="button"
            aria-label={t('remove', { filter: text })}
            onClick={() => onRemove(name)}
            className="grid size-6.5 shrink-0 place-items-center rounded-full hover:bg-hover pointer-coarse:size-11"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
