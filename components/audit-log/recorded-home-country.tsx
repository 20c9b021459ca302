'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { CountryName } from '#components/ui/country-name.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import type { EventView } from '#lib/audit-log/view.ts';

type Details = Extract<EventView, { kind: 'homeCountry' }>['details'];

/** From which home country to which. */
export function RecordedHomeCountry({ details }: { details: Details }) {
  const t = useTranslations('auditLog.did');
  return (
    <p>
      <Sentence>
        {t.rich('homeCountry', {
          old: () => <CountryName country={details.old} />,
          new: () => <CountryName country={details.new} />,
        })}
      </Sentence>
    </p>
  );
}
