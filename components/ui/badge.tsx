'use no memo';

import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'good' | 'bad' | 'warn' | 'accent';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-2 border-line',
  good: 'bg-good-soft text-good border-good/25',
  bad: 'bg-bad-soft text-bad border-bad/25',
  warn: 'bg-warn-soft text-warn border-warn/25',
  accent: 'bg-accent-soft text-accent border-accent/25',
};

type BadgeProps = { tone?: Tone; icon?: LucideIcon; spin?: boolean; children: ReactNode };

/** A word with a shape beside it: the meaning never rests on colour alone. */
export function Badge({ tone = 'neutral', icon: Icon, spin = false, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        'inline-flex h-5.5 items-center gap-1 rounded-full border px-2 text-xs font-medium whitespace-nowrap',
        tones[tone],
      )}
    >
      {Icon ? <Icon aria-hidden className={clsx('size-3.5 shrink-0', spin && 'animate-spin')} /> : null}
      <span>{children}</span>
    </span>
  );
}
