'use client';

import type { ReactNode } from 'react';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import { numbersHref } from '#lib/numbers/search-changes.ts';

type FindLinkProps = {
  search: NumbersSearch;
  label: string;
  onFind: (search: NumbersSearch) => void;
  children: ReactNode;
};

/** A link to the board showing this search; a plain click stays on the page. */
export function FindLink({ search, label, onFind, children }: FindLinkProps) {
  return (
    <a
      href={numbersHref(search)}
      aria-label={label}
      title={label}
      className="max-w-full truncate rounded-sm underline-offset-3 hover:underline"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        onFind(search);
      }}
    >
      {children}
    </a>
  );
}
