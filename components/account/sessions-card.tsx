'use client';

import { useTranslations } from 'use-intl';
import { AccountCard } from '#components/account/account-card.tsx';
import { useSessions } from '#components/account/use-sessions.ts';
import { ProblemLine } from '#components/form/problem-line.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { SessionView } from '#lib/people/view-account.ts';

const columns = ['device', 'address', 'started', 'lastUsed', 'actions'] as const;
const cell = 'py-2.5 pe-3 align-middle last:pe-0 @max-2xl:block @max-2xl:p-0!';

/** Where the viewer is signed in; where it is narrow each row becomes a block with the same content. */
export function SessionsCard({ sessions: initial }: { sessions: readonly SessionView[] }) {
  const t = useTranslations('account.sessions');
  const { sessions, busy, problem, end, endOthers } = useSessions(initial);
  const hasOthers = sessions.some(({ current }) => !current);
  return (
    <AccountCard
      title={t('title')}
      lead={t('lead')}
      actions={
        hasOthers ? (
          <Button
            size="sm"
            className="shrink-0"
            busy={busy === 'all'}
            onClick={() => void endOthers(t('othersEnded'))}
          >
            {t('endOthers')}
          </Button>
        ) : null
      }
    >
      <ProblemLine problem={problem} />
      <div className="@container">
        <table className="w-full border-collapse text-start @max-2xl:block">
          <caption className="sr-only">{t('caption')}</caption>
          <thead className="border-b border-line text-xs text-ink-3 @max-2xl:sr-only">
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="py-2 pe-3 text-start font-medium whitespace-nowrap last:pe-0"
                >
                  <span className={column === 'actions' ? 'sr-only' : ''}>{t(`columns.${column}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="@max-2xl:block">
            {sessions.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                busy={busy === session.id}
                onEnd={() => void end(session.id, t('ended'))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hasOthers ? null : <p className="mt-2 text-sm text-ink-3">{t('noOthers')}</p>}
    </AccountCard>
  );
}

type SessionRowProps = { session: SessionView; busy: boolean; onEnd: () => void };

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const t = useTranslations('account.sessions');
  const { device, address, startedAt, lastUsedAt, current } = session;
  const name = t('device', {
    browser: device.browser ?? t('unknownBrowser'),
    system: device.system ?? t('unknownSystem'),
  });
  const from = address ?? t('noAddress');
  return (
    <tr className="border-b border-line last:border-b-0 @max-2xl:grid @max-2xl:gap-1 @max-2xl:py-3">
      <th scope="row" className={`${cell} text-start font-medium`}>
        <span className="flex flex-wrap items-center gap-x-2">
          <span>{name}</span>
          {current ? <Badge tone="accent">{t('current')}</Badge> : null}
        </span>
      </th>
      <td className={`${cell} text-sm break-all text-ink-2`}>
        <span className="text-ink-3 @2xl:sr-only">
          <span>{t('columns.address')}</span>{' '}
        </span>
        <code className="font-mono figures">{from}</code>
      </td>
      <td className={`${cell} text-sm text-ink-2`}>
        <span className="text-ink-3 @2xl:sr-only">
          <span>{t('columns.started')}</span>{' '}
        </span>
        <Time at={startedAt} />
      </td>
      <td className={`${cell} text-sm text-ink-2`}>
        <span className="text-ink-3 @2xl:sr-only">
          <span>{t('columns.lastUsed')}</span>{' '}
        </span>
        <Time at={lastUsedAt} show="relative" />
      </td>
      <td className={`${cell} text-end @max-2xl:text-start`}>
        {current ? null : (
          <Button
            size="sm"
            look="quiet"
            className="whitespace-nowrap @max-2xl:-ms-2.5"
            busy={busy}
            aria-label={t('endOf', { device: name, address: from })}
            onClick={onEnd}
          >
            {t('end')}
          </Button>
        )}
      </td>
    </tr>
  );
}
