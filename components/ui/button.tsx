'use client';
'use no memo';

import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonLook, type ButtonSize, buttonClass } from '#components/ui/button-class.ts';

type ButtonProps = ComponentProps<'button'> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** In flight: shows a spinner beside the label and takes no clicks, but keeps the focus. */
  busy?: boolean;
};

/**
 * The label has an element of its own: a browser that translates the page replaces its text, and React could not put the
 * spinner before a text that is gone.
 *
 * `aria-disabled` instead of `disabled` while busy: a disabled button would drop the focus to the page.
 */
export function Button({
  look,
  size,
  busy = false,
  className,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={buttonClass(look, size, className)}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      aria-busy={busy || undefined}
      onClick={click}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" /> : null}
      <span className="contents">{children}</span>
    </button>
  );
}
