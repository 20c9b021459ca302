import { clsx } from 'clsx';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'md' | 'sm' | 'icon';

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover border-transparent font-medium',
  plain: 'bg-surface text-ink border-line-strong/60 hover:bg-hover hover:border-line-strong font-medium',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-hover hover:text-ink',
  danger: 'bg-bad text-bad-ink hover:bg-bad-hover border-transparent font-medium',
};

const sizes: Record<ButtonSize, string> = {
  md: 'control-height px-3.5 text-base gap-2',
  sm: 'min-h-7 pointer-coarse:min-h-11 px-2.5 text-sm gap-1.5',
  icon: 'size-8 pointer-coarse:size-11 justify-center',
};

/** The look of a button, also for links that stand beside buttons. */
export const buttonClass = (look: ButtonLook = 'plain', size: ButtonSize = 'md', extra?: string): string =>
  clsx(
    'inline-flex items-center justify-center rounded-md border select-none text-center',
    'transition-colors aria-disabled:opacity-60 disabled:opacity-60',
    looks[look],
    sizes[size],
    extra,
  );
