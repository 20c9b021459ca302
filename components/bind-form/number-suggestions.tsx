'use client';

import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { fitting, offered, shownAtOnce } from '#components/bind-form/filter-suggestions.ts';
import { KnownText } from '#components/bind-form/known-number.tsx';
import { SuggestionList } from '#components/bind-form/suggestion-list.tsx';
import type { Readers } from '#components/bind-form/use-parsers.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import type { KnownNumberView } from '#lib/bind-number/view.ts';

// Asks the server, and only for an app with very many numbers.
const FurtherNumbers = lazyWithRetry(() => import('#components/bind-form/further-numbers.tsx'), 'none');

/** What is offered of the chosen app from the start. `more`: the server knows others. */
export type KnownOfApp = { appId: string; numbers: readonly KnownNumberView[]; more: boolean };

type NumberSuggestionsProps = {
  typed: string;
  readers: Readers | null;
  known: KnownOfApp;
  onPick: (number: string) => void;
};

/** Known numbers of the chosen app, each with the URL it was last set to, and what the provider holds against it. */
export function NumberSuggestions({ typed, readers, known, onPick }: NumberSuggestionsProps) {
  const t = useTranslations('bind.number');
  const { appId, numbers, more } = known;
  const runs = readers?.searchKeys(typed) ?? [];
  const isAsked = more && runs.length > 0;
  const wanted = runs.length > 0 ? runs : [typed.replace(/\D/g, '')];
  const shown = (isAsked ? fitting : offered)(numbers, wanted, ({ number }) => number);
  const toItem = (one: KnownNumberView) => ({
    key: one.number,
    text: <KnownText known={one} />,
    onPick: () => onPick(one.number),
  });
  return (
    <SuggestionList
      fieldId="number"
      label={t('known')}
      items={shown.map(toItem)}
      further={
        more
          ? (pick) =>
              isAsked && shown.length < shownAtOnce ? (
                <Suspense>
                  <FurtherNumbers key={appId} {...{ appId, typed, runs, shown, toItem }} onPick={pick} />
                </Suspense>
              ) : null
          : undefined
      }
    />
  );
}
