'use no memo';

import { clsx } from 'clsx';

/** A grey stand-in of the size of what is coming. Hidden from readers: say "loading" elsewhere, once. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx('block animate-pulse rounded-sm bg-hover', className ?? 'h-4 w-full')}
    />
  );
}
