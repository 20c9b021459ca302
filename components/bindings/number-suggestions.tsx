'use client';

import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { offered } from '#components/bindings/offered.ts';
import { SuggestionList } from '#components/bindings/suggestion-list.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import type { Suggestions } from '#lib/bindings/view.ts';

// Most numbers are normal, and the list stays shut for most people.
const ProviderBadge = lazy(async () => ({
  default: (await import('#components/numbers/provider-badge.tsx')).ProviderBadge,
}));

type Known = Suggestions['numbers'][number];

type NumberSuggestionsProps = {
  typed: string;
  numbers: readonly Known[];
  onPick: (number: string) => void;
};

/** Known numbers of the chosen app, each with the URL it was last set to, and what the provider holds against it (F12). */
export function NumberSuggestions({ typed, numbers, onPick }: NumberSuggestionsProps) {
  const t = useTranslations('bind.number');
  const fitting = offered(numbers, typed.replace(/\D/g, ''), ({ number }) => number);
  return (
    <SuggestionList
      fieldId="number"
      label={t('known')}
      items={fitting.map((known) => ({
        key: known.number,
        text: <KnownText known={known} />,
        onPick: () => onPick(known.number),
      }))}
    />
  );
}

function KnownText({ known: { number, url, label, state, code } }: { known: Known }) {
  const t = useTranslations('numberState.label');
  return (
    <>
      <NumberText number={number} className="font-mono" />
      {state === 'normal' || state === 'unread' ? null : (
        <Suspense>
          <ProviderBadge state={state} code={code} />
        </Suspense>
      )}
      {label === 'set' ? null : <span className="text-ink-3">{t(label)}</span>}
      {url === null ? null : <span className="break-all text-ink-3">{url}</span>}
    </>
  );
}
