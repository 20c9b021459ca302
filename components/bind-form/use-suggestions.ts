'use client';

import { useEffect, useState } from 'react';
import type { Suggestions } from '#lib/bind-number/view.ts';

const none: Suggestions = { urls: [], hosts: [], numbers: [], more: [] };

/**
 * What was bound here before, asked for once somebody is in the form and again after each result. Empty until it is
 * there, and where it cannot be read: the form works without.
 */
export function useSuggestions(wanted: boolean, lastResult: string | null): Suggestions {
  const [found, setFound] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a result is the reason to ask again, not a part of it
  useEffect(() => {
    if (!wanted) return;
    import('#components/bind-form/suggestions-loader.ts')
      .then(({ loadSuggestions }) => loadSuggestions())
      .then(setFound, () => null);
  }, [wanted, lastResult]);
  return found;
}
