'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Maximize2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { EntryMissing } from '#components/history/entry/entry-missing.tsx';
import { EntryView } from '#components/history/entry/entry-view.tsx';
import { stepOf } from '#components/history/entry/step-keys.ts';
import { useStepping } from '#components/history/entry/use-stepping.ts';
import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import { useMayRestore } from '#components/review/restore-context.ts';
import { RestoreProvider } from '#components/review/restore-provider.tsx';
import { RestoreResult } from '#components/review/restore-result.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { formatNumber } from '#lib/domain/numbers/phone-number-format.ts';
import { binding } from '#lib/history/cache.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import type { HistoryPage } from '#lib/history/view.ts';
import { paths } from '#lib/paths.ts';

type EntryDrawerProps = {
  id: string;
  /** The table behind the drawer, to step through. */
  search: HistorySearch;
  shown: HistoryPage | undefined;
  replace: (search: HistorySearch) => void;
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** One entry over the table. ↑ and ↓, or k and j, step through the rows behind it, Esc closes. */
export function EntryDrawer({ id, search, shown, replace, onOpen, onClose }: EntryDrawerProps) {
  const t = useTranslations('history.entry');
  const query = useQuery(binding(id));
  const known = query.data ?? shown?.rows.find((row) => row.id === id);
  const steps = useStepping({ search, shown, onOpen, replace });
  const mayRestore = useMayRestore();
  const singleKeys = useOwnPreferences().preferences.singleKeys ?? true;

  const step = (event: KeyboardEvent) => {
    const direction = stepOf(event.nativeEvent, singleKeys);
    if (!direction) return;
    event.preventDefault();
    steps[direction]?.();
  };

  return (
    <Dialog
      place="sheet"
      title={known ? t('title', { number: formatNumber(known.number) }) : t('loading')}
      onClose={onClose}
      onKeyDown={step}
      actions={
        <div className="flex w-full items-center gap-2">
          <StepButton label={t('newer')} icon={ArrowUp} onStep={steps.newer} />
          <StepButton label={t('older')} icon={ArrowDown} onStep={steps.older} />
          <a href={paths.binding(id)} className={buttonClass('quiet', 'sm', 'ms-auto')}>
            <Maximize2 aria-hidden className="size-3.5" />
            <span>{t('fullPage')}</span>
          </a>
        </div>
      }
    >
      <RestoreProvider mayBind={mayRestore}>
        <div className="grid gap-5">
          <RestoreResult />
          {known ? (
            <EntryView key={id} binding={known} detail={query.data} onOpen={onOpen} />
          ) : query.isError ? (
            <EntryMissing error={query.error} onRetry={() => query.refetch()} />
          ) : (
            <Skeleton className="h-40 w-full" />
          )}
        </div>
      </RestoreProvider>
    </Dialog>
  );
}

type StepButtonProps = {
  label: string;
  icon: typeof ArrowUp;
  /** Null at an end. */
  onStep: (() => void) | null;
};

function StepButton({ label, icon: Icon, onStep }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={onStep === null || undefined}
      onClick={() => onStep?.()}
      className={buttonClass('plain', 'icon')}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
