'use client';

import { useTranslations } from 'use-intl';
import { MomentForms } from '#components/history/timestamp.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { absoluteTime } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

type TimeCellProps = { binding: BindingView; onOpen: (binding: BindingView) => void };

/** When, and the row's own link: the entry as a drawer on a click, as a page in another tab. */
export function TimeCell({ binding, onOpen }: TimeCellProps) {
  const t = useTranslations('history.table');
  const hint = useTranslations('preferences.moment')('hint');
  const zone = useViewerZone();
  const { id, createdAt } = binding;
  return (
    <MomentForms at={createdAt}>
      <a
        href={paths.binding(id)}
        data-row-link={id}
        aria-label={t('open', { time: absoluteTime(new Date(createdAt), zone) })}
        aria-description={hint}
        className="rounded-sm text-sm underline-offset-3 hover:underline"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onOpen(binding);
        }}
      >
        <Time at={createdAt} bare />
      </a>
    </MomentForms>
  );
}
