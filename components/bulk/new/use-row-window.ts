'use client';

import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';

/** A row stands in one line from this width on, else its parts stand below each other. */
const wide = '(min-width: 64rem)';
/** The parts of line-row.tsx have room in these. */
const rowRem = { wide: 5.25, narrow: 12 };

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', listener);
  window.addEventListener('resize', listener);
  return () => {
    query.removeEventListener('change', listener);
    window.removeEventListener('resize', listener);
  };
}

/** In rem, because a person's larger text makes rows higher too. */
const rowHeight = (): number =>
  (window.matchMedia(wide).matches ? rowRem.wide : rowRem.narrow) *
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Height of a row in px, and which rows of a scrolling box are in sight. */
export function useRowWindow(box: RefObject<HTMLElement | null>) {
  const height = useSyncExternalStore(subscribe, rowHeight, () => rowRem.wide * 16);
  const [firstInSight, setFirst] = useState(0);
  const [inSight, setInSight] = useState(12);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      setFirst(Math.floor(element.scrollTop / height));
      setInSight(Math.ceil(element.clientHeight / height) + 1);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [box, height]);

  return { height, firstInSight, inSight };
}
