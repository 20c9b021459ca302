'use client';

import { useEffect, useState } from 'react';

export const loadReaders = () => import('#components/bind-form/parsers.ts');

export type Readers = Awaited<ReturnType<typeof loadReaders>>;

/** The readers, or null until they are there. Without them fields take text but say nothing about it yet. */
export function useReaders(wanted: boolean): Readers | null {
  const [readers, setReaders] = useState<Readers | null>(null);
  useEffect(() => {
    // A failed load is tried again, and told, by the submit.
    if (wanted) loadReaders().then(setReaders, () => null);
  }, [wanted]);
  return readers;
}
