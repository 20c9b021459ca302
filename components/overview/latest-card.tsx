'use client';
'use no memo';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { DataTable } from '#components/data-table/data-table.tsx';
import { useColumns } from '#components/history/use-columns.tsx';
import { OverviewCard } from '#components/overview/overview-card.tsx';
import { quietLinkClass } from '#components/ui/link-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import type { BindingView } from '#lib/bindings/view.ts';
import { historyHref } from '#lib/history/href.ts';
import { paths } from '#lib/paths.ts';

/** The newest rows of history, drawn as history draws them. */
export function LatestCard({ rows }: { rows: readonly BindingView[] }) {
  const t = useTranslations('overview.latest');
  const router = useRouter();
  const open = ({ id }: BindingView) => router.push(paths.binding(id));
  const columns = useColumns({
    search: {},
    rows,
    onOpen: open,
    onFind: (q) => router.push(historyHref({ q })),
    onSearch: (search) => router.push(historyHref(search)),
  });
  return (
    <OverviewCard
      title={t('title')}
      className="overflow-x-clip"
      aside={
        <PageLink href={paths.history} className={quietLinkClass}>
          {t('all')}
        </PageLink>
      }
    >
      <div className="mt-1">
        <DataTable
          caption={t('caption')}
          columns={columns.filter(({ id }) => id !== 'request')}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={open}
        />
      </div>
    </OverviewCard>
  );
}
