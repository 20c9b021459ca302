'use client';

import { RotateCcw } from 'lucide-react';
import { use, useId } from 'react';
import { useTranslations } from 'use-intl';
import { RestoreContext, type RestoreTarget } from '#components/review/restore-context.ts';
import { Button } from '#components/ui/button.tsx';

type RestoreButtonProps = RestoreTarget & {
  /** What it is called; "Restore this URL" where nothing else is said. */
  text?: string;
  /** Only the icon, as tall as a line of a table; the text is its name then. */
  compact?: boolean;
  /** Why it does nothing, shown below it and, in a wrapping flex box, below all of its neighbours. */
  reason?: string | null;
};

/**
 * Asks whether the URL that a binding set shall be put back, in the bind form's dialog, which reads everything it shows
 * by the id: the URL need not be known here. Stands anywhere in a RestoreDesk; outside of one, or for whoever may not
 * bind, it is not drawn. Give it the id of a binding that was bound or whose outcome is unknown, and that has a URL; for
 * any other the dialog says why not.
 */
export function RestoreButton({ bindingId, number, text, compact = false, reason }: RestoreButtonProps) {
  const t = useTranslations('restore');
  const desk = use(RestoreContext);
  const reasonId = useId();
  if (!desk) return null;
  const name = text ?? t('button');
  return (
    <>
      <Button
        look={compact ? 'quiet' : 'plain'}
        size={compact ? 'icon' : 'sm'}
        busy={desk.opening === bindingId}
        aria-label={compact ? name : undefined}
        title={compact ? name : undefined}
        aria-disabled={reason ? true : undefined}
        aria-describedby={reason ? reasonId : undefined}
        className={compact ? 'size-6.5! shrink-0' : undefined}
        onClick={() => (reason ? undefined : desk.restore({ bindingId, number }))}
      >
        {compact && desk.opening === bindingId ? null : <RotateCcw aria-hidden className="size-3.5" />}
        {compact ? null : <span>{name}</span>}
      </Button>
      {reason ? (
        <p className="order-last basis-full text-sm text-pretty text-ink-2">
          <span className="font-medium text-ink">{name}</span> · <span id={reasonId}>{reason}</span>
        </p>
      ) : null}
    </>
  );
}
