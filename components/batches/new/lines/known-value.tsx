'use client';

import { useTranslations } from 'use-intl';
import type { Known, LineKind } from '#components/batches/new/lines/classify-lines.ts';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';

/** Who set what the number has now and when, and how sure that is. */
export function KnownText({ known: { fact, people }, kind }: { known: Known; kind: LineKind }) {
  const t = useTranslations('newBatch.line');
  if (fact === null) return <p className="text-ink-3">{t('neverSet')}</p>;
  const name = fact.setBy === null ? undefined : people[fact.setBy];
  const { setAt } = fact;
  return (
    <p className="line-clamp-2 text-ink-3">
      {name !== undefined && setAt !== null ? (
        <Sentence>{t.rich('setBy', { name, time: () => <Time at={setAt} show="relative" /> })}</Sentence>
      ) : kind === 'bind' ? (
        <span>{t('unknownBefore')}</span>
      ) : null}
      {fact.certainty === 'uncertain' ? (
        <span className="text-warn">
          {`${name === undefined ? '' : ' · '}${t(fact.busy ? 'busy' : 'uncertain')}`}
        </span>
      ) : null}
    </p>
  );
}
