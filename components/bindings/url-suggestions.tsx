'use client';

import { useTranslations } from 'use-intl';
import { offered } from '#components/bindings/offered.ts';
import { SuggestionList } from '#components/bindings/suggestion-list.tsx';

type UrlSuggestionsProps = { typed: string; urls: readonly string[]; onPick: (url: string) => void };

/** URLs bound here before, last used first (F17). */
export function UrlSuggestions({ typed, urls, onPick }: UrlSuggestionsProps) {
  const t = useTranslations('bind.url');
  return (
    <SuggestionList
      fieldId="callbackUrl"
      label={t('before')}
      items={offered(urls, [typed], (url) => url).map((url) => ({
        key: url,
        text: <span className="font-mono break-all">{url}</span>,
        onPick: () => onPick(url),
      }))}
    />
  );
}
