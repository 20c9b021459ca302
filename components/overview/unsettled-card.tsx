'use client';
'use no memo';

import { Hourglass } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useLateNote } from '#components/binding/use-late-arrival-note.ts';
import { OverviewCard } from '#components/overview/overview-card.tsx';
import { UnknownRow } from '#components/overview/unknown-row.tsx';
import type { OverviewView } from '#lib/overview/view.ts';

type UnsettledCardProps = { unsettled: OverviewView['unsettled']; mayBind: boolean };

/** Numbers whose newest change an older one may yet replace, those that wait for a person first. */
export function UnsettledCard({ unsettled: { rows, count, exact }, mayBind }: UnsettledCardProps) {
  const t = useTranslations('overview.unsettled');
  const noteOf = useLateNote();
  if (rows.length === 0) return null;
  return (
    <OverviewCard
      className="overflow-x-clip"
      icon={<Hourglass aria-hidden className="size-4 shrink-0 text-warn" />}
      title={exact ? t('title', { count }) : t('titleAtLeast', { count })}
    >
      <p className="max-w-prose px-5 pt-1 text-sm text-ink-2 text-pretty">
        {t(mayBind ? 'admin' : 'support')}
      </p>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {rows.map((binding) => (
          <UnknownRow key={binding.id} binding={binding} note={noteOf(binding)} mayBind={mayBind} />
        ))}
      </ul>
    </OverviewCard>
  );
}
