'use client';

import { useEffect, useState } from 'react';
import { type RowRange, stretchOf } from '#components/data-table/visible-rows.ts';

type Sight = RowRange & { rowPx: number };

/**
 * Which rows of a long list are in sight, and how tall a row is: on the screen, or in the box with `data-scrolls` that holds
 * the list. `watch` is the ref of what holds the rows; a row is measured by its attribute `data-line`. `firstRows`: as many as
 * are drawn before anything is measured; a screen of them, since each more makes the list come later.
 */
export function useSight(firstRows: number) {
  const [list, watch] = useState<HTMLElement | null>(null);
  const [sight, setSight] = useState<Sight>({ first: 0, end: firstRows, rowPx: 60 });
  useEffect(() => {
    if (list === null) return;
    const box = list.closest('[data-scrolls]');
    const look = () => {
      const measured = list.querySelector('[data-line]')?.getBoundingClientRect().height ?? 0;
      const frame = box?.getBoundingClientRect() ?? { top: 0, height: window.innerHeight };
      const abovePx = frame.top - list.getBoundingClientRect().top;
      const screenPx = frame.height;
      setSight((last) => {
        // Where no row has come in yet, one is as tall as the last that was seen.
        const rowPx = measured || last.rowPx;
        const { first, end } = stretchOf({ abovePx, screenPx, rowPx });
        return last.first === first && last.end === end && last.rowPx === rowPx
          ? last
          : { first, end, rowPx };
      });
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
    if (box) sizes.observe(box);
    const listening = { passive: true, capture: true } as const;
    document.addEventListener('scroll', look, listening);
    window.addEventListener('resize', look);
    return () => {
      sizes.disconnect();
      document.removeEventListener('scroll', look, listening);
      window.removeEventListener('resize', look);
    };
  }, [list]);
  return { sight, watch };
}
