'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { actorKindOf, type LinkMaker } from '#lib/domain/recorded-event.ts';

/** Who made a link for a password, when and from where. */
export function LinkMadeBy({ by }: { by: LinkMaker | null }) {
  const t = useTranslations('passwordReset');
  if (by === null) return <p className="text-sm text-ink-2">{t('makerUnknown')}</p>;
  const kind = actorKindOf(by.id);
  // The command line has the account that ran it as its email.
  const name = kind === 'person' ? by.name : t(`makers.${kind}`);
  return (
    <p className="text-sm break-words text-ink-2">
      <Sentence>
        {t.rich('madeBy', {
          maker: by.email === '' ? name : t('overview.of', { name, email: by.email }),
          address: by.address ?? 'none',
          time: () => <Time at={by.at} />,
        })}
      </Sentence>
    </p>
  );
}
