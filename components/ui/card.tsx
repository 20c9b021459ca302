'use no memo';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

/** A sheet on the canvas. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section {...rest} className={clsx('rounded-lg border border-line bg-surface shadow-card', className)} />
  );
}
