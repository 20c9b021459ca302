'use client';

import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import type { FilterField } from '#components/history/filter-fields.ts';
import { stepInList } from '#components/shell/palette-matches.ts';

type Place = { field: FilterField | null; typed: string; at: number };
const start: Place = { field: null, typed: '', at: 0 };

/** Where somebody is in the filter menu. Every opening begins anew, with the focus in the box. */
export function useFilterMenu(box: RefObject<HTMLInputElement | null>) {
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState(start);

  useEffect(() => {
    const panel = box.current?.closest<HTMLElement>('[popover]');
    if (!panel) return;
    const see = () => {
      const shown = panel.matches(':popover-open');
      setOpen(shown);
      if (!shown) return;
      setPlace(start);
      box.current?.focus();
    };
    see();
    panel.addEventListener('toggle', see);
    return () => panel.removeEventListener('toggle', see);
  }, [box]);

  const enter = (field: FilterField | null) => {
    setPlace({ ...start, field });
    box.current?.focus();
  };
  /** What a key does to the place; true when it was meant for the menu. */
  const press = (event: KeyboardEvent, count: number): boolean => {
    const next = stepInList(event.key, place.at, count);
    if (next !== null) setPlace({ ...place, at: next });
    const back =
      place.field !== null && (event.key === 'Escape' || (event.key === 'Backspace' && !place.typed));
    if (back) enter(null);
    return next !== null || back;
  };

  return {
    ...place,
    open,
    enter,
    press,
    type: (typed: string) => setPlace({ ...place, typed, at: 0 }),
  };
}
