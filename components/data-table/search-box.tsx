'use client';

import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { controlClass } from '#components/ui/control-class.ts';
import { Kbd } from '#components/ui/kbd.tsx';

type SearchBoxProps = {
  label: string;
  placeholder: string;
  query: string;
  onQuery: (query: string) => void;
};

const debounceMs = 250;

/** The one search box. What is typed goes into the address a moment after the last key; Back brings it back here. */
export function SearchBox({ label, placeholder, query, onQuery }: SearchBoxProps) {
  const [text, setText] = useState(query);
  const [sent, setSent] = useState(query);
  // A query that was not sent from here came from elsewhere (Back, a chip, a link) and replaces what was typed.
  if (query !== sent) {
    setSent(query);
    setText(query);
  }

  const wanted = text.trim();
  const send = () => {
    if (wanted === sent) return;
    setSent(wanted);
    onQuery(wanted);
  };
  const sendLater = useEffectEvent(send);
  useEffect(() => {
    if (wanted === sent) return;
    const timer = window.setTimeout(() => sendLater(), debounceMs);
    return () => window.clearTimeout(timer);
  }, [wanted, sent]);

  return (
    <search className="min-w-0 flex-1 basis-72">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          aria-label={label}
          aria-keyshortcuts="/"
          data-shortcut="search"
          placeholder={placeholder}
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
