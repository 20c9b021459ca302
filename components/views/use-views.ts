'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import { useHydrated } from '#components/ui/use-hydrated.ts';
import { findActive, listPickable, openView, type PickableView } from '#components/views/view-list.ts';
import { serverNow } from '#lib/clock.ts';
import { startOfDay } from '#lib/domain/zone.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { views } from '#lib/views/cache.ts';

const nobody = { viewerId: '', saved: [], defaultId: null, mayShare: false };

type Address = { search: HistorySearch; replace: (search: HistorySearch) => void };

/** The views this person can pick, and the one that the address is. */
export function useViews({ search, replace }: Address) {
  const zone = useViewerZone();
  const [openedAt] = useState(serverNow);
  const query = useQuery(views());
  const data = query.data ?? nobody;
  const pickable = listPickable(data, startOfDay(openedAt, zone).toISOString());
  const active = findActive(pickable, search);

  // Where somebody's day begins only their browser knows: a link to this view alone means today's, whenever it is followed.
  const hydrated = useHydrated();
  const fillIn = useEffectEvent(() => {
    const today = pickable.find(({ id }) => id === 'failed-today');
    const bare = search.view === 'failed-today' && !search.outcome && !search.from;
    if (bare && today) replace(openView(today, search));
  });
  useEffect(() => {
    if (hydrated) fillIn();
  }, [hydrated]);

  return { ...data, pickable, active };
}

/** What a view is called. */
export function useViewName() {
  const t = useTranslations('views.builtIn');
  return (view: PickableView): string => (view.kind === 'built-in' ? t(view.builtIn) : view.saved.name);
}
