'use client';

import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { isMissingPart } from '#components/ui/lazy/missing-chunk.ts';
import { MissingPart, type PartPlace } from '#components/ui/lazy/missing-part.tsx';
import { partProblem } from '#components/ui/lazy/part-problem.ts';
import type { Problem } from '#lib/domain/problem.ts';

/**
 * Stands where a part did not arrive, and becomes that part once it does. Loads it by itself when drawn and whenever the
 * network returns, and on request.
 */
export function substituteFor<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  place: PartPlace,
): ComponentType<Props> {
  let arrived: ComponentType<Props> | null = null;
  return function Substitute(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => arrived);
    const [missing, setMissing] = useState<Problem | null>(null);
    const [fault, setFault] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const retry = async () => {
      setBusy(true);
      try {
        const loaded = (await load()).default;
        arrived = loaded;
        setPart(() => loaded);
      } catch (error) {
        if (isMissingPart(error)) setMissing(await partProblem(error));
        else setFault(error);
      }
      setBusy(false);
    };
    const retryOnce = useEffectEvent(() => {
      if (!arrived) void retry();
    });
    useEffect(() => {
      const again = () => retryOnce();
      again();
      window.addEventListener('online', again);
      return () => window.removeEventListener('online', again);
    }, []);
    if (fault !== null) throw fault;
    if (Part) return <Part {...props} />;
    if (missing === null || place === 'none') return null;
    const onClose = 'onClose' in props ? (props.onClose as () => void) : undefined;
    return <MissingPart problem={missing} place={place} busy={busy} onRetry={retry} onClose={onClose} />;
  };
}
