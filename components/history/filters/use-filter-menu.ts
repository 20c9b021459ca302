'use client';

import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import type { FilterField } from '#components/history/filters/filter-fields.ts';
import { stepInList } from '#components/ui/list-keys.ts';

type Place = {
  field: FilterField | null;
  typed: string;
  at: number;
  /** The option one is at, once it is there. Options that come later move it, and not what Enter is about to do. */
  on: string | null;
};
const start: Place = { field: null, typed: '', at: 0, on: null };

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
  /** Where one is among these options. Asked at each drawing, because it keeps hold of the option that is there. */
  const placeIn = (options: readonly { id: string }[]): number => {
    const held = options.findIndex(({ id }) => id === place.on);
    const at = held >= 0 ? held : Math.max(0, Math.min(place.at, options.length - 1));
    const on = options[at]?.id ?? null;
    if (on !== place.on) setPlace({ ...place, at, on });
    return at;
  };
  /** What a key does to the place; true when it was meant for the menu. */
  const press = (event: KeyboardEvent, { at, count }: { at: number; count: number }): boolean => {
    const next = stepInList(event.key, at, count);
    if (next !== null) setPlace({ ...place, at: next, on: null });
    const back =
      place.field !== null && (event.key === 'Escape' || (event.key === 'Backspace' && !place.typed));
    if (back) enter(null);
    return next !== null || back;
  };

  return {
    field: place.field,
    typed: place.typed,
    open,
    enter,
    placeIn,
    press,
    type: (typed: string) => setPlace({ ...place, typed, at: 0, on: null }),
  };
}
