'use client';
'use no memo';

import { CircleCheck, CircleQuestionMark, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useClockSentence } from '#components/binding/use-clock-sentence.ts';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import { Time } from '#components/ui/time/time.tsx';
import type { Contact } from '#lib/overview/view.ts';

/** Whether the provider answered the newest request; where it did not, since when and why. */
export function ProviderFact({ contact: { answeredAt, silence } }: { contact: Contact }) {
  const t = useTranslations('overview.connection');
  const sentence = useCodeSentence();
  if (silence === null && answeredAt === null) return <Fact name={t('provider')}>{t('never')}</Fact>;
  if (silence === null && answeredAt !== null)
    return (
      <Fact name={t('provider')} tone="good">
        <span>{t('answered')}</span> <When at={answeredAt} />
      </Fact>
    );
  return (
    <Fact name={t('provider')} tone="warn">
      <span className="font-medium">{t('silent')}</span>
      {silence?.code ? <p className="text-ink-2">{sentence(silence.code) ?? silence.code}</p> : null}
      <p className="text-ink-2">
        <span>{`${t('silentAt')} `}</span>
        {silence ? <When at={silence.at} /> : null}
      </p>
      <p className="text-ink-2">
        <span>{`${t('lastAnswer')}: `}</span>
        {answeredAt === null ? <span>{t('noAnswer')}</span> : <When at={answeredAt} />}
      </p>
    </Fact>
  );
}

/** A correction in use outweighs what the newest answer told: it is what requests are signed with. */
export function ClockFact({ clock, offsetMs }: { clock: Contact['clock']; offsetMs: number }) {
  const t = useTranslations('overview.connection');
  const sentence = useClockSentence();
  const off = sentence(offsetMs === 0 ? (clock?.skewMs ?? null) : offsetMs);
  if (off !== null)
    return (
      <Fact name={t('clock')} tone="warn">
        <span>{offsetMs === 0 ? off : `${off} ${t('corrected')}`}</span>
        {clock ? (
          <p>
            <When at={clock.at} />
          </p>
        ) : null}
      </Fact>
    );
  if (clock === null) return <Fact name={t('clock')}>{t('clockUnknown')}</Fact>;
  return (
    <Fact name={t('clock')} tone="good">
      <span>{t('clockRight')}</span>{' '}
      <span className="text-ink-3">
        <span>{t('asOf')}</span> <When at={clock.at} />
      </span>
    </Fact>
  );
}

const When = ({ at }: { at: string }) => (
  <span className="text-ink-3">
    <Time at={at} show="both" />
  </span>
);

const marks: Record<'good' | 'warn' | 'none', { icon: LucideIcon; colour: string }> = {
  good: { icon: CircleCheck, colour: 'text-good' },
  warn: { icon: TriangleAlert, colour: 'text-warn' },
  none: { icon: CircleQuestionMark, colour: 'text-ink-3' },
};

type FactProps = { name: string; tone?: keyof typeof marks; children: ReactNode };

function Fact({ name, tone = 'none', children }: FactProps) {
  const { icon: Icon, colour } = marks[tone];
  return (
    <div>
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="flex gap-2">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
        <div className="min-w-0">{children}</div>
      </dd>
    </div>
  );
}
