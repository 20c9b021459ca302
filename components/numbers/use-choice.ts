'use client';

import { useState } from 'react';
import {
  type Choice,
  choiceKey,
  choiceUnder,
  choose,
  countChosen,
  filtersText,
  isChosen,
  noChoice,
  rangeOf,
} from '#components/numbers/choice.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import type { NumbersPage } from '#lib/numbers/view.ts';

export type Choosing = ReturnType<typeof useChoice>;

/** Which numbers of the board are chosen; kept while pages turn. */
export function useChoice(search: NumbersSearch, shown: NumbersPage | undefined) {
  const [kept, setKept] = useState<Choice>(noChoice);
  /** Where a range would begin. */
  const [last, setLast] = useState<string | null>(null);
  const filters = filtersText(search);
  const choice = choiceUnder(kept, filters);
  const page = shown?.rows.map(choiceKey) ?? [];
  const total = shown?.total ?? { count: 0, exact: true };
  const onPage = page.filter((key) => isChosen(choice, key)).length;
  return {
    choice,
    count: countChosen(choice, total.count),
    /** More may match than were counted, and then more are chosen. */
    exact: choice.of === null || total.exact,
    total,
    page: { size: page.length, chosen: onPage },
    has: (key: string) => isChosen(choice, key),
    /** `toHere`: everything from the number touched last, as it becomes itself. */
    turn: (key: string, toHere: boolean) => {
      setKept(choose(choice, rangeOf(page, toHere ? last : null, key), !isChosen(choice, key)));
      setLast(key);
    },
    turnPage: () => setKept(choose(choice, page, onPage < page.length)),
    takeAll: () => setKept({ of: filters, keys: new Set() }),
    clear: () => setKept(noChoice),
  };
}
