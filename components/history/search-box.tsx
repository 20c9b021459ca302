'use client';

import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { controlClass } from '#components/ui/control-class.ts';
import { Kbd } from '#components/ui/kbd.tsx';

type SearchBoxProps = { query: string; onQuery: (query: string) => void };

const debounceMs = 250;

/** The one search box. What is typed goes into the address a moment after the last key; Back brings it back here. */
export function SearchBox({ query, onQuery }: SearchBoxProps) {
  const t = useTranslations('history.search');
  const [text, setText] = useState(query);
  // Queries given to the address that it has not shown yet. Any other change of it came from elsewhere and wins.
  const [underWay, setUnderWay] = useState<string[]>([]);
  const [seen, setSeen] = useState(query);
  if (query !== seen) {
    setSeen(query);
    const own = underWay.indexOf(query);
    setUnderWay(own < 0 ? [] : underWay.slice(own + 1));
    if (own < 0) setText(query);
  }

  const send = useEffectEvent((wanted: string) => {
    setUnderWay([...underWay, wanted]);
    onQuery(wanted);
  });
  const wanted = text.trim();
  const latest = underWay.at(-1) ?? query;
  useEffect(() => {
    if (wanted === latest) return;
    const timer = window.setTimeout(() => send(wanted), debounceMs);
    return () => window.clearTimeout(timer);
  }, [wanted, latest]);

  return (
    <search className="min-w-0 flex-1 basis-72">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== latest) {
            setUnderWay([...underWay, wanted]);
            onQuery(wanted);
          }
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          aria-label={t('label')}
          aria-keyshortcuts="/"
          data-shortcut="search"
          placeholder={t('placeholder')}
          value={text}
          maxLength={2000}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="search"
          onChange={(event) => setText(event.target.value)}
          className={controlClass(false, 'ps-9 pe-9')}
        />
        {text === '' ? (
          <span className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 pointer-coarse:hidden">
            <Kbd>/</Kbd>
          </span>
        ) : null}
      </form>
    </search>
  );
}
