import { clsx } from 'clsx';

/** The look of inputs and selects. */
export const controlClass = (invalid: boolean, extra?: string): string =>
  clsx(
    'block w-full rounded-md border bg-surface text-ink control-height control-text px-3 py-1',
    'placeholder:text-ink-3 transition-colors outline-offset-0 focus-visible:outline-2',
    'disabled:bg-sunken disabled:text-ink-3',
    invalid ? 'border-bad border-2' : 'border-line-strong hover:border-ink-3',
    extra,
  );
