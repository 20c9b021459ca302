'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { IgnoredNotice } from '#components/data-table/ignored-notice.tsx';
import { LoadError } from '#components/data-table/load-error.tsx';
import { RestoreResult } from '#components/review/restore-result.tsx';
import { MomentBox } from '#components/timeline/as-of-box.tsx';
import { NumberAround } from '#components/timeline/number-around.tsx';
import { NumberHead } from '#components/timeline/number-head.tsx';
import { NumberPresent } from '#components/timeline/number-present.tsx';
import { TimelineWithCompare } from '#components/timeline/timeline-with-compare.tsx';
import { useNumberSearch } from '#components/timeline/use-number-search.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { paths } from '#lib/paths.ts';
import { timeline } from '#lib/timeline/cache.ts';
import type { MomentView } from '#lib/timeline/view.ts';

type NumberPageProps = {
  appId: string;
  number: string;
  mayBind: boolean;
  /** Ids in the address that are no bindings of this number: they have no effect. */
  foreign: readonly string[];
};

/** Everything this console knows of one number. */
export function NumberPage({ appId, number, mayBind, foreign }: NumberPageProps) {
  const t = useTranslations('number');
  const { search, ignored, push, replace } = useNumberSearch(paths.number(appId, number));
  const query = useInfiniteQuery(timeline({ appId, number }));
  const pages = query.data?.pages ?? [];
  const [newest] = pages;
  const compare = search.compare.filter((id) => !foreign.includes(id));
  const strangers = search.compare.length - compare.length;

  return (
    <div className="grid gap-4">
      <NumberHead
        appId={appId}
        app={newest && { name: newest.appName, retired: newest.appRetired }}
        number={number}
        mayBind={mayBind}
      />
      <IgnoredNotice names={ignored} onRemove={() => replace({ ...search, compare })}>
        {strangers > 0 ? <p>{t('foreign', { count: strangers })}</p> : null}
      </IgnoredNotice>
      <RestoreResult />
      {query.isError ? (
        <LoadError error={query.error} hasRows={newest !== undefined} onRetry={() => query.refetch()} />
      ) : null}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {newest ? <NumberPresent present={newest.present} /> : <Skeleton className="h-32 w-full" />}
        </div>
        <aside className="grid min-w-0 gap-4 xl:sticky xl:top-8 xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <MomentBox
            appId={appId}
            number={number}
            at={search.at}
            onAsk={(at) => push(at === undefined ? { compare } : { compare, at })}
          />
          <NumberAround appId={appId} number={number} stamp={newest ? stampOf(newest.present) : ''} />
        </aside>
        <TimelineWithCompare
          pages={pages}
          chosen={compare}
          onChosen={(ids) => replace({ ...search, compare: ids })}
          onOlder={query.hasNextPage ? () => void query.fetchNextPage() : null}
          loadingOlder={query.isFetchingNextPage}
        />
      </div>
    </div>
  );
}

/** The bindings that decide the present, as one text. */
const stampOf = (present: MomentView): string =>
  [
    ...(present.kind === 'uncertain' ? present.perhaps.map(({ binding }) => binding.id) : []),
    ...('bound' in present ? [present.bound?.id ?? ''] : []),
  ].join();
