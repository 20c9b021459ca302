'use client';

import { useTranslations } from 'use-intl';
import { FindLink } from '#components/numbers/find-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { NumbersSearch } from '#lib/numbers/schema.ts';
import type { NumberLine } from '#lib/numbers/view.ts';

type SinceCellProps = { line: NumberLine; onFind: (search: NumbersSearch) => void };

/** Since when a number is set as it is and by whom, and who tried to change it since. Nothing while neither is known. */
export function SinceCell({ line: { current, pending }, onFind }: SinceCellProps) {
  const t = useTranslations('numbers.table');
  const { setAt, setBy } = current;
  if (!setAt && !pending) return null;
  return (
    <div className="min-w-0 text-sm">
      {setAt ? (
        <p className="flex gap-2 @max-3xl:justify-between">
          <Time at={setAt} />
          <span className="hidden text-xs text-ink-3 @max-3xl:inline">
            <Time at={setAt} show="relative" />
          </span>
        </p>
      ) : null}
      <p className="mt-0.5 flex gap-1 text-xs whitespace-nowrap text-ink-3">
        {setBy ? (
          <span className="flex min-w-0 text-ink-2">
            <FindLink search={{ q: setBy }} label={t('sameActor', { name: setBy })} onFind={onFind}>
              {setBy}
            </FindLink>
          </span>
        ) : null}
        {setAt && !pending ? (
          <span className="shrink-0 @max-3xl:hidden">
            · <Time at={setAt} show="relative" />
          </span>
        ) : null}
        {pending ? (
          <span className="min-w-0 truncate">
            {`${setBy ? '· ' : ''}${t('byPending', { name: pending.by })}`}
          </span>
        ) : null}
      </p>
    </div>
  );
}
