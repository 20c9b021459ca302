'use client';

import { useTranslations } from 'use-intl';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';
import type { NumberFacts } from '#lib/bindings/view.ts';

/** Where our knowledge of the current URL comes from and how old it is; the provider can't be asked. */
export function Provenance({ facts }: { facts: NumberFacts }) {
  const t = useTranslations('bind.facts');
  const { current, pending } = facts;
  const known = current.setAt !== null;
  return (
    <div className="grid gap-1 text-sm text-ink-2">
      {known ? (
        <p>
          <Sentence>
            {t.rich(current.certainty === 'exact' ? 'lastSetBound' : 'lastSet', {
              name: current.setBy ?? '–',
              time: () => <Time at={current.setAt ?? ''} />,
            })}
          </Sentence>
        </p>
      ) : (
        <p>{t('neverSet')}</p>
      )}
      {pending ? (
        <div className="text-warn">
          <p>
            <Sentence>
              {t.rich(pending.state === 'sending' ? 'pendingSending' : 'pendingUnknown', {
                name: pending.by,
                time: () => <Time at={pending.at} />,
              })}
            </Sentence>
          </p>
          {pending.state === 'unknown' ? (
            pending.url === null ? (
              <p>{t('withoutUrl')}</p>
            ) : (
              <UrlText url={pending.url} copy={false} />
            )
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
