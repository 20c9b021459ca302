'use client';

import { useTranslations } from 'use-intl';
import { Time } from '#components/ui/time.tsx';
import { absoluteTime } from '#components/ui/time-text.ts';
import { useViewerZone } from '#components/ui/viewer-zone.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

type TimeCellProps = { binding: BindingView; onOpen: (binding: BindingView) => void };

/** When, and the row's own link: the entry as a drawer on a click, as a page in another tab. */
export function TimeCell({ binding, onOpen }: TimeCellProps) {
  const t = useTranslations('history.table');
  const zone = useViewerZone();
  const { id, createdAt } = binding;
  return (
    <>
      <a
        href={paths.binding(id)}
        data-row-link={id}
        aria-label={t('open', { time: absoluteTime(new Date(createdAt), zone) })}
        className="rounded-sm text-sm underline-offset-3 hover:underline"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onOpen(binding);
        }}
      >
        <Time at={createdAt} />
      </a>
      <div className="mt-0.5 h-4.5 text-xs text-ink-3 first-letter:uppercase">
        <Time at={createdAt} show="relative" />
      </div>
    </>
  );
}
