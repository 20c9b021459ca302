'use client';

import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { UrlPieces } from '#components/ui/url/url-pieces.tsx';

type UrlTextProps = {
  url: string;
  /** A copy button beside it; without it the text itself takes no focus. */
  copy?: boolean;
  /** Where there is a mouse, the buttons stand over the end of the text and take no room from it. */
  over?: boolean;
  /** More buttons beside the copy button. */
  children?: ReactNode;
};

/**
 * A URL in one line: host and last path part stay visible, the middle is shortened. The full text shows while pointed at or
 * while its copy button has the focus; selecting and copying gives the full text too, once.
 */
export function UrlText({ url, copy = true, over = false, children }: UrlTextProps) {
  const t = useTranslations('ui.copy');
  const fullId = useId();
  return (
    <span className="group/url relative inline-flex max-w-full min-w-0 items-center gap-1 align-bottom">
      <span className="min-w-0 font-mono text-sm" translate="no">
        <UrlPieces url={url} ends="text-ink" inner="text-ink-3" tailWidth="min-w-[10ch]" />
      </span>
      {copy || children ? (
        <span
          className={clsx(
            'flex shrink-0 items-center',
            over &&
              'rounded-md pointer-fine:absolute pointer-fine:end-0 group-hover/row:bg-surface focus-within:bg-surface',
          )}
        >
          {copy ? <CopyButton value={url} label={t('url')} /> : null}
          {children}
        </span>
      ) : null}
      <span
        id={fullId}
        role="tooltip"
        translate="no"
        className="hidden absolute start-0 select-none top-full in-[tr:last-child]:top-auto in-[tr:last-child]:bottom-full z-20 w-max max-w-[min(32rem,80vw)] rounded-md border border-line bg-raised px-2.5 py-1.5 font-mono text-xs break-all text-ink shadow-lift group-focus-within/url:block group-hover/url:block"
      >
        {url}
      </span>
    </span>
  );
}
