'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Maximize2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { EntryMissing } from '#components/history/entry-missing.tsx';
import { EntryView } from '#components/history/entry-view.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { binding } from '#lib/bindings/cache.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { formatNumber } from '#lib/domain/phone-number-format.ts';
import { paths } from '#lib/paths.ts';

type EntryDrawerProps = {
  id: string;
  /** The page of rows behind the drawer, to step through. */
  rows: readonly BindingView[];
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** One entry over the table. ↑ and ↓ step through the rows behind it, Esc closes (H28). */
export function EntryDrawer({ id, rows, onOpen, onClose }: EntryDrawerProps) {
  const t = useTranslations('history.entry');
  const query = useQuery(binding(id));
  const place = rows.findIndex((row) => row.id === id);
  const known = query.data ?? rows[place];
  const newer = place > 0 ? rows[place - 1] : undefined;
  const older = place >= 0 ? rows[place + 1] : undefined;

  const step = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = { ArrowUp: newer, ArrowDown: older }[event.key];
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') event.preventDefault();
    if (target) onOpen(target.id);
  };

  return (
    <Dialog
      place="sheet"
      title={known ? t('title', { number: formatNumber(known.number) }) : t('loading')}
      onClose={onClose}
      onKeyDown={step}
      actions={
        <div className="flex w-full items-center gap-2">
          <StepButton label={t('newer')} icon={ArrowUp} target={newer} onOpen={onOpen} />
          <StepButton label={t('older')} icon={ArrowDown} target={older} onOpen={onOpen} />
          <a href={paths.binding(id)} className={buttonClass('quiet', 'sm', 'ms-auto')}>
            <Maximize2 aria-hidden className="size-3.5" />
            {t('fullPage')}
          </a>
        </div>
      }
    >
      {known ? (
        <EntryView key={id} binding={known} detail={query.data} onOpen={onOpen} />
      ) : query.isError ? (
        <EntryMissing error={query.error} onRetry={() => query.refetch()} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Dialog>
  );
}

type StepButtonProps = {
  label: string;
  icon: typeof ArrowUp;
  target: BindingView | undefined;
  onOpen: (id: string) => void;
};

function StepButton({ label, icon: Icon, target, onOpen }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={target === undefined || undefined}
      onClick={() => target && onOpen(target.id)}
      className={buttonClass('plain', 'icon')}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
