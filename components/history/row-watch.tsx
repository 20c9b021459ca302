'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { isUnderWay } from '#components/history/stable-page.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { binding } from '#lib/history/cache.ts';

/** Draws nothing: waits until one binding is no longer under way, and says how it ended. */
export function RowWatch({ id, onNews }: { id: string; onNews: (row: BindingView) => void }) {
  const { data } = useQuery(binding(id));
  const tell = useEffectEvent(onNews);
  useEffect(() => {
    if (data && !isUnderWay(data)) tell(data);
  }, [data]);
  return null;
}
