'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { RecordedAccount } from '#components/audit-log/recorded-account.tsx';
import { RecordedApp } from '#components/audit-log/recorded-app.tsx';
import { RecordedBatch } from '#components/audit-log/recorded-batch.tsx';
import { RecordedCheck } from '#components/audit-log/recorded-check.tsx';
import { RecordedCount } from '#components/audit-log/recorded-count.tsx';
import { RecordedDenied } from '#components/audit-log/recorded-denied.tsx';
import { RecordedExport } from '#components/audit-log/recorded-export.tsx';
import { RecordedHomeCountry } from '#components/audit-log/recorded-home-country.tsx';
import { RecordedPerson } from '#components/audit-log/recorded-person.tsx';
import { RecordedReading } from '#components/audit-log/recorded-reading.tsx';
import { RecordedReset } from '#components/audit-log/recorded-reset.tsx';
import { RecordedReveal } from '#components/audit-log/recorded-reveal.tsx';
import { RecordedSetback } from '#components/audit-log/recorded-safe-mode.tsx';
import { RecordedSignIn } from '#components/audit-log/recorded-sign-in.tsx';
import type { AppName } from '#components/history/filters/filter-texts.ts';
import { Time } from '#components/ui/time/time.tsx';
import type { EventView } from '#lib/audit-log/view.ts';

const cell = 'px-3 py-3 align-top first:ps-5 last:pe-5 @max-3xl:block @max-3xl:p-0!';

export function AuditLogRow({ event, apps }: { event: EventView; apps: readonly AppName[] }) {
  const t = useTranslations('auditLog');
  const { kind, name, email, address } = event.actor;
  return (
    <tr className="border-b border-line last:border-b-0 @max-3xl:flex @max-3xl:flex-col @max-3xl:gap-1 @max-3xl:px-4 @max-3xl:py-3.5">
      <td className={`${cell} text-sm`}>
        <Time at={event.at} />
        <div className="h-4.5 text-xs text-ink-3 first-letter:uppercase">
          <Time at={event.at} show="relative" />
        </div>
      </td>
      <th scope="row" className={`${cell} text-start font-normal`}>
        <span className="font-medium break-words">{kind === 'person' ? name : t(`actors.${kind}`)}</span>
        <span className="block text-sm break-all text-ink-3">{email}</span>
      </th>
      <td className={cell}>{what(event, apps)}</td>
      <td className={`${cell} text-sm break-all text-ink-2`}>
        {address === null ? t('noAddress') : <code className="font-mono figures">{address}</code>}
      </td>
    </tr>
  );
}

function what(event: EventView, apps: readonly AppName[]) {
  switch (event.kind) {
    case 'signIn':
      return <RecordedSignIn details={event.details} />;
    case 'person':
      return <RecordedPerson details={event.details} />;
    case 'reset':
      return <RecordedReset details={event.details} />;
    case 'batch':
      return <RecordedBatch details={event.details} />;
    case 'check':
      return <RecordedCheck details={event.details} />;
    case 'export':
      return <RecordedExport details={event.details} apps={apps} />;
    case 'account':
      return <RecordedAccount details={event.details} />;
    case 'denied':
      return <RecordedDenied details={event.details} />;
    case 'counted':
      return <RecordedCount details={event.details} count={event.count} />;
    case 'bulkRead':
    case 'urlsRead':
      return <RecordedReading event={event} />;
    case 'reveal':
      return <RecordedReveal details={event.details} />;
    case 'homeCountry':
      return <RecordedHomeCountry details={event.details} />;
    case 'app':
      return <RecordedApp details={event.details} />;
    case 'setback':
      return <RecordedSetback details={event.details} />;
  }
}
