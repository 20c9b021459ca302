'use client';

import {
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Clock,
  LoaderCircle,
  type LucideIcon,
  Unplug,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Fact, Facts } from '#components/history/entry-section.tsx';
import { skewWhenExpired, useClockSentence } from '#components/history/use-clock-sentence.ts';
import { useDuration } from '#components/history/use-duration.ts';
import { useCodeSentence } from '#components/history/use-reason.ts';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Time } from '#components/ui/time.tsx';
import type { AttemptView } from '#lib/bindings/view.ts';
import type { AttemptOutcome } from '#lib/domain/outcome.ts';

const looks: Record<AttemptOutcome | 'sending', { tone: Tone; icon: LucideIcon }> = {
  sending: { tone: 'accent', icon: LoaderCircle },
  bound: { tone: 'good', icon: CircleCheck },
  refused: { tone: 'bad', icon: CircleX },
  throttled: { tone: 'neutral', icon: Clock },
  not_sent: { tone: 'neutral', icon: Unplug },
  unknown: { tone: 'warn', icon: CircleQuestionMark },
};

/** One request on the wire: why it was made, what came back, and when. */
export function EntryAttempt({ attempt }: { attempt: AttemptView }) {
  const t = useTranslations('history.entry');
  const copy = useTranslations('ui.copy');
  const sentence = useCodeSentence();
  const duration = useDuration();
  const { n, why, outcome, code, message, requestId, httpStatus, bodySha256 } = attempt;
  const clock = useClockSentence()(skewWhenExpired([attempt]));
  const explained = code === null ? null : sentence(code);
  return (
    <li className="rounded-md border border-line p-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <h4 className="text-sm font-medium">{t('attempt', { n })}</h4>
        <span className="text-xs text-ink-3">{t(`why.${why}`)}</span>
        <span className="ms-auto">
          <Badge {...looks[outcome ?? 'sending']}>{t(`attemptOutcome.${outcome ?? 'sending'}`)}</Badge>
        </span>
      </div>
      <Facts>
        {code === null ? null : (
          <Fact name={t('code')}>
            <code className="font-mono break-all">{code}</code>
            {explained ? <p className="text-ink-2">{explained}</p> : null}
            {clock ? <p className="font-medium">{clock}</p> : null}
          </Fact>
        )}
        {message === null ? null : <Fact name={t('message')}>{message}</Fact>}
        {outcome === null ? null : (
          <Fact name={t('requestId')}>
            {requestId === null ? (
              <span className="text-ink-2">{t('noRequestId')}</span>
            ) : (
              <span className="flex items-start gap-1">
                <code className="py-0.5 font-mono break-all">{requestId}</code>
                <CopyButton value={requestId} label={copy('requestId')} />
              </span>
            )}
          </Fact>
        )}
        {httpStatus === null ? null : (
          <Fact name={t('http')}>
            <span className="figures">{httpStatus}</span>
          </Fact>
        )}
        {attempt.durationMs === null ? null : (
          <Fact name={t('duration')}>
            <span className="figures">{duration(attempt.durationMs)}</span>
          </Fact>
        )}
        <Fact name={t('stored')}>
          <Time at={attempt.committedAt} />
        </Fact>
        {attempt.signedAt === null ? null : (
          <Fact name={t('signed')}>
            <Time at={attempt.signedAt} />
          </Fact>
        )}
        {attempt.finishedAt === null ? null : (
          <Fact name={t('finished')}>
            <Time at={attempt.finishedAt} />
          </Fact>
        )}
        {bodySha256 === null ? null : (
          <Fact name={t('digest')}>
            <code className="font-mono text-xs break-all text-ink-2">{bodySha256}</code>
          </Fact>
        )}
      </Facts>
    </li>
  );
}
