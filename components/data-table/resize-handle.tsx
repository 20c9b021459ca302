'use client';

import type { KeyboardEvent, PointerEvent } from 'react';
import type { Column, Resizing } from '#components/data-table/column.ts';

type ResizeHandleProps = {
  column: Pick<Column<never>, 'id' | 'widthPx' | 'leastPx'>;
  resizing: Resizing;
};

const stepPx = 16;

/**
 * The edge of a column: dragged, or with the focus on it moved by ← and → (Home and End go to the bounds, Delete and a
 * double click give the first width back). A window splitter of the ARIA practices.
 */
export function ResizeHandle({ column: { id, widthPx, leastPx = 0 }, resizing }: ResizeHandleProps) {
  const { least, most, onResize } = resizing;
  const bounded = (px: number) => Math.round(Math.min(most, Math.max(least, px)));
  const widthOf = (handle: HTMLElement) => handle.parentElement?.offsetWidth ?? least;

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const now = widthOf(event.currentTarget);
    const wanted = { ArrowLeft: now - stepPx, ArrowRight: now + stepPx, Home: least, End: most }[event.key];
    if (wanted === undefined && event.key !== 'Delete') return;
    event.preventDefault();
    onResize(id, wanted === undefined ? null : bounded(wanted));
  };

  // While it is dragged only the column's own element changes; the rows are drawn anew once, at the end.
  const grab = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget;
    const startPx = widthOf(handle) - event.clientX;
    const column = handle.closest('table')?.querySelector(`col[data-column="${id}"]`);
    const drag = ({ clientX }: globalThis.PointerEvent) =>
      column?.setAttribute('width', String(bounded(startPx + clientX)));
    const letGo = ({ clientX, type }: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', drag);
      if (type === 'pointerup' && clientX !== event.clientX) onResize(id, bounded(startPx + clientX));
      else if (widthPx === undefined) column?.removeAttribute('width');
      else column?.setAttribute('width', String(widthPx));
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', drag);
    for (const end of ['pointerup', 'pointercancel'] as const)
      handle.addEventListener(end, letGo, { once: true });
  };

  const shownPx = widthPx ?? leastPx;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={resizing.label(id)}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={shownPx}
      aria-valuetext={resizing.text(shownPx)}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={grab}
      onDoubleClick={() => onResize(id, null)}
      className="absolute inset-y-1 end-0 w-6 cursor-col-resize touch-none rounded-sm after:absolute after:inset-y-1 after:end-0 after:w-px after:bg-line group-last/head:after:bg-transparent hover:after:w-0.5 hover:after:bg-line-strong focus-visible:after:w-0.5 focus-visible:after:bg-accent @max-3xl:hidden"
    />
  );
}
