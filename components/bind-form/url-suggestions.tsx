'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { offered } from '#components/bind-form/filter-suggestions.ts';
import { SuggestionList } from '#components/bind-form/suggestion-list.tsx';
import { useProblemText } from '#components/form/problem-text.ts';
import { announce } from '#components/ui/live-region.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import type { Suggestions } from '#lib/bind-number/view.ts';
import type { Problem } from '#lib/domain/problem.ts';

type Offered = Suggestions['urls'][number];
type UrlSuggestionsProps = { typed: string; urls: readonly Offered[]; onPick: (url: string) => void };

// Loaded with the choice: only some URLs hide anything, and the form's first picture needs none of it.
const loadReveal = () => import('#components/bind-form/reveal-suggestion.ts');

/**
 * URLs bound here before, last used first, as history shows them. Choosing one that hides a part records the look and
 * then brings the whole URL into the field; what is typed stays until it is there.
 */
export function UrlSuggestions({ typed, urls, onPick }: UrlSuggestionsProps) {
  const t = useTranslations('bind.url');
  const problemText = useProblemText();
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null }>({
    busy: false,
    problem: null,
  });
  const latest = useRef({ typed, asked: 0 });
  useEffect(() => {
    latest.current.typed = typed;
  }, [typed]);

  const choose = async ({ bindingId, url, hidden }: Offered) => {
    latest.current.asked += 1;
    const { asked, typed: before } = latest.current;
    setState({ busy: hidden, problem: null });
    if (!hidden) return onPick(url);
    const answer = await loadReveal().then(({ revealSuggestion }) => revealSuggestion(bindingId));
    if (latest.current.asked !== asked) return;
    setState({ busy: false, problem: answer.ok ? null : answer.problem });
    // Text typed while the URL was fetched is kept.
    if (!answer.ok || latest.current.typed !== before) return;
    onPick(answer.value.url);
    announce(t('revealed'));
  };
  const alike = (url: string) => urls.filter((other) => other.url === url).length > 1;
  return (
    <>
      <SuggestionList
        fieldId="callbackUrl"
        label={t('before')}
        items={offered(urls, [typed], ({ url }) => url).map((each) => ({
          key: each.bindingId,
          text: (
            <>
              <span className="font-mono break-all">{each.url}</span>
              {alike(each.url) ? (
                <span className="text-ink-3">
                  <NumberText number={each.number} className="font-mono" />
                </span>
              ) : null}
            </>
          ),
          onPick: () => void choose(each),
        }))}
      />
      {state.busy ? (
        <p role="status" className="text-sm text-ink-2">
          {t('revealing')}
        </p>
      ) : null}
      {state.problem ? (
        <p role="alert" className="text-sm text-bad">
          {t('notRevealed', { why: problemText(state.problem) })}
        </p>
      ) : null}
    </>
  );
}
