'use client';

import { useEffect, useState } from 'react';

/** A wait shorter than this is not worth a picture of its own, in ms. */
const quietMs = 200;
/** A picture once shown stays this long, in ms, so that it does not flash. */
const leastMs = 300;

/** True from 200 ms into a wait, and then for 300 ms at least, also when the wait is over. */
export function useLingering(waiting: boolean): boolean {
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    if (waiting && since === null) {
      const timer = window.setTimeout(() => setSince(performance.now()), quietMs);
      return () => window.clearTimeout(timer);
    }
    if (!waiting && since !== null) {
      const timer = window.setTimeout(() => setSince(null), since + leastMs - performance.now());
      return () => window.clearTimeout(timer);
    }
  }, [waiting, since]);
  return since !== null;
}
