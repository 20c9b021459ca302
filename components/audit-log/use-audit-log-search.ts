'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { type EventSearch, eventsHref } from '#lib/audit-log/search-params.ts';

type Patch = { [Name in keyof EventSearch]?: EventSearch[Name] | undefined };

/** The search with some of it replaced; empty values are taken out, and so is the place in the old rows. */
export function changeSearch(search: EventSearch, patch: Patch): EventSearch {
  const { after: _after, before: _before, ...kept } = search;
  const wanted = Object.entries({ ...kept, ...patch });
  return Object.fromEntries(
    wanted.filter(([, value]) => value !== undefined && value !== '' && value.length > 0),
  );
}

/**
 * How to ask for other rows: the server draws the page again. `asked` is what was chosen, at once, so that a tick does not
 * wait for the server; `busy` while the rows are still those of `search`.
 */
export function useEventSearch(search: EventSearch) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [asked, setAsked] = useOptimistic(search);
  const go = (how: 'push' | 'replace') => (next: EventSearch) =>
    start(() => {
      setAsked(next);
      router[how](eventsHref(next), { scroll: false });
    });
  return { asked, busy, push: go('push'), replace: go('replace') };
}
