'use client';

import { clsx } from 'clsx';
import { Pencil, Star } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import type { PickableView } from '#components/views/view-list.ts';
import { historyHref } from '#lib/history/href.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import type { SavedView } from '#lib/views/view.ts';

type ViewRowProps = {
  view: PickableView;
  name: string;
  address: HistorySearch;
  active: boolean;
  /** History opens with it. */
  first: boolean;
  onOpen: () => void;
  onEdit: (view: SavedView) => void;
  onFirst: (first: boolean) => void;
};

const closePanel = (inside: HTMLElement) => inside.closest<HTMLElement>('[popover]')?.hidePopover();

/** One view: its name leads there; beside it whether history opens with it, and for who may, how to change it. */
export function ViewRow({ view, name, address, active, first, ...does }: ViewRowProps) {
  const t = useTranslations('views.panel');
  const saved = view.kind === 'saved' ? view.saved : null;
  const owner =
    saved && !saved.own ? (saved.ownerName ? t('by', { name: saved.ownerName }) : t('byNobody')) : null;
  const note = owner ?? (saved?.shared ? t('isShared') : null);
  return (
    <li className={clsx('flex items-center rounded-md', active ? 'bg-accent-soft' : 'hover:bg-hover')}>
      <a
        href={historyHref(address)}
        aria-current={active ? 'true' : undefined}
        className={clsx(
          'min-w-0 flex-1 rounded-md px-2 py-1.5 break-words pointer-coarse:py-3',
          active && 'font-medium',
        )}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          closePanel(event.currentTarget);
          does.onOpen();
        }}
      >
        <span>{name}</span>
        {note ? <span className="ms-2 text-xs font-normal text-ink-3">{note}</span> : null}
      </a>
      {saved?.editable ? (
        <button
          type="button"
          aria-label={t('edit', { name })}
          title={t('edit', { name })}
          className={buttonClass('quiet', 'icon')}
          onClick={(event) => {
            closePanel(event.currentTarget);
            does.onEdit(saved);
          }}
        >
          <Pencil aria-hidden className="size-3.5" />
        </button>
      ) : null}
      <button
        type="button"
        aria-pressed={first}
        aria-label={t('first', { name })}
        title={t(first && view.id !== 'all' ? 'notFirst' : 'first', { name })}
        className={buttonClass('quiet', 'icon')}
        onClick={() => does.onFirst(!first || view.id === 'all')}
      >
        <Star aria-hidden className={clsx('size-3.5', first ? 'fill-accent text-accent' : 'text-ink-3')} />
      </button>
    </li>
  );
}
