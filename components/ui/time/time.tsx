'use client';

import { useLocale } from 'use-intl';
import { absoluteTime, relativeTime, zoneName } from '#components/ui/time/time-text.ts';
import { useNow } from '#components/ui/time/use-now.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';

type TimeProps = {
  /** UTC ISO 8601. */
  at: string;
  /** `both` adds "3 min ago" in small type, ticking. */
  show?: 'absolute' | 'relative' | 'both';
  /** Without the tooltip, where a card says more. */
  bare?: boolean;
};

const dateLength = 'YYYY-MM-DD'.length;

/** A moment to the second in the viewer's zone; the zone, UTC and the distance from now stand in the tooltip. */
export function Time({ at, show = 'absolute', bare = false }: TimeProps) {
  const locale = useLocale();
  const zone = useViewerZone();
  const nowMs = useNow();
  const moment = new Date(at);
  const absolute = absoluteTime(moment, zone);
  const relative = nowMs === null ? '' : relativeTime(moment, nowMs, locale);
  const title = `${absolute} ${zoneName(moment, zone)} · ${at}${relative ? ` · ${relative}` : ''}`;
  return (
    <time dateTime={at} title={bare ? undefined : title} className="figures whitespace-nowrap">
      {/* The server knows no distance from the reader's now. A date is about as long, so that nothing moves. */}
      {show === 'both' && relative ? (
        <>
          <span>{absolute}</span>
          <span className="ms-2 text-ink-3">{relative}</span>
        </>
      ) : show === 'relative' ? (
        relative || absolute.slice(0, dateLength)
      ) : (
        absolute
      )}
    </time>
  );
}
