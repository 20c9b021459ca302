'use client';
'use no memo';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { keepTabInside } from '#components/ui/focus-trap.ts';
import { LiveRegions } from '#components/ui/live-region.tsx';

type DialogProps = {
  title: ReactNode;
  /** Esc, the close button, and (for a sheet) a click beside it. */
  onClose: () => void;
  children: ReactNode;
  /** The buttons. Put `data-initial-focus` on the safe one. */
  actions?: ReactNode;
  /** `sheet` stands at the right edge over the page, for reading; `centre` asks a question. */
  place?: 'centre' | 'sheet';
  /** While true nothing closes it. */
  locked?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLDialogElement>) => void;
};

const places = {
  centre:
    'm-auto w-[min(40rem,calc(100vw-1.5rem))] max-h-[calc(100dvh-1.5rem)] rounded-lg border border-line shadow-lift',
  sheet: 'my-0 ms-auto me-0 h-dvh max-h-dvh w-[min(40rem,100%)] max-w-none border-s border-line shadow-lift',
};

/**
 * The platform's modal dialog: the page behind is inert, Esc closes, focus returns to where it was. Render it only
 * while it is open.
 */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  place = 'centre',
  locked,
  onKeyDown,
}: DialogProps) {
  const t = useTranslations('ui.dialog');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const opener = document.activeElement;
    dialog.showModal();
    const first = dialog.querySelector<HTMLElement>('[data-initial-focus]');
    (first ?? dialog.querySelector<HTMLElement>('[data-title]'))?.focus();
    return () => {
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  const close = () => {
    if (!locked) onClose();
  };
  const press = (event: KeyboardEvent<HTMLDialogElement>) => {
    // What was pressed in a dialog over this one is that one's.
    if ((event.target as Element).closest('dialog') !== ref.current) return;
    // Chromium lets a second Esc force a dialog shut past `cancel`; stopping the key itself keeps it open.
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'Tab' && ref.current) keepTabInside(ref.current, event);
    onKeyDown?.(event);
  };

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={press}
      onMouseDown={(event) => {
        if (place === 'sheet' && event.target === ref.current) close();
      }}
      className={clsx('animate-enter bg-raised p-0 text-ink', places[place])}
    >
      <div className="flex max-h-[inherit] min-h-full flex-col [@media(max-height:30rem)]:max-h-none">
        <div className="flex items-start gap-3 border-b border-line py-3.5 ps-5 pe-3">
          <h2
            id={titleId}
            data-title
            tabIndex={-1}
            className="min-w-0 flex-1 py-1 text-lg font-semibold break-words text-balance"
          >
            {title}
          </h2>
          <Button look="quiet" size="icon" aria-label={t('close')} title={t('close')} onClick={close}>
            <X aria-hidden className="size-4" />
          </Button>
        </div>
        {/* On a very low screen (400 % zoom) the whole dialog scrolls: a strip between title and buttons shows nothing. */}
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4 [@media(max-height:30rem)]:flex-none">
          {children}
        </div>
        {actions ? (
          <div className="flex flex-col-reverse gap-2 border-t border-line px-5 py-3.5 sm:flex-row sm:justify-end">
            {actions}
          </div>
        ) : null}
        <LiveRegions />
      </div>
    </dialog>
  );
}
