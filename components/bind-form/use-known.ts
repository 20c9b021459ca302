'use client';

import { useEffect, useState } from 'react';
import type { Readers } from '#components/bind-form/use-parsers.ts';
import { useSettledValue } from '#components/ui/use-debounced-value.ts';
import type { HomeCountry } from '#lib/domain/numbers/home-country.ts';
import type { KnownNumbers } from '#lib/domain/numbers/known-numbers.ts';

type Asked = { appId: string; number: string; home: HomeCountry };

const none: KnownNumbers = new Map();

/** What the chosen app has of the meanings of the typed number. Empty until it is there, and where nothing depends on it. */
export function useKnown(readers: Readers | null, { appId, number, home }: Asked): KnownNumbers {
  const candidates = readers?.candidatesOf(readers.readNumber(number, { home })) ?? [];
  const asked = useSettledValue(appId && candidates.length > 0 ? [appId, ...candidates].join(' ') : '');
  const [found, setFound] = useState<{ asked: string; known: KnownNumbers }>({ asked: '', known: none });
  useEffect(() => {
    if (asked === '') return;
    let isWanted = true;
    const [app = '', ...numbers] = asked.split(' ');
    import('#components/bind-form/known-loader.ts')
      .then(({ loadKnown }) => loadKnown(app, numbers))
      .then(
        (known) => isWanted && setFound({ asked, known }),
        () => null,
      );
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return found.asked === [appId, ...candidates].join(' ') ? found.known : none;
}
