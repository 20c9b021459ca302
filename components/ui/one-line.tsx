'use no memo';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/**
 * A line that stays as high as it is, whatever comes into it: what does not fit is scrolled to sideways, and nothing
 * below it moves.
 */
export function OneLine({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={clsx(
        '-mx-1 flex h-10 min-w-0 items-center gap-2 overflow-x-auto overflow-y-hidden px-1 *:shrink-0 [scrollbar-width:thin] pointer-coarse:h-13',
        className,
      )}
    >
      {children}
    </div>
  );
}
