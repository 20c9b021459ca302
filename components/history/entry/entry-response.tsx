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
import { FindLink } from '#components/binding/number-link.tsx';
import { skewWhenExpired, useClockSentence } from '#components/binding/use-clock-sentence.ts';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { EntrySection, Fact, Facts } from '#components/ui/section.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
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

/** What came back, request by request in the order they were made; grey while only the row is known. */
export function EntryResponse({ attempts, count }: { attempts: AttemptView[] | undefined; count: number }) {
  const t = useTranslations('history.entry');
  return (
    <EntrySection title={t('attempts', { count: attempts?.length ?? count })}>
      {attempts ? (
        <ol className="grid gap-2">
          {attempts.map((attempt) => (
            <Response key={attempt.n} attempt={attempt} isLate={attempt.n > count} />
          ))}
        </ol>
      ) : (
        <Skeleton className="h-16 w-full" />
      )}
    </EntrySection>
  );
}

/** One request on the wire: why it was made and what came back. `isLate`: made when its change was bound already. */
function Response({ attempt, isLate }: { attempt: AttemptView; isLate: boolean }) {
  const link = useTranslations('history.table');
  const t = useTranslations('history.entry');
  const sentence = useCodeSentence();
  const { n, why, outcome, code, message, httpStatus, bodySha256 } = attempt;
  const clock = useClockSentence()(skewWhenExpired([attempt]));
  const explained = code === null ? null : sentence(code);
  return (
    <li className="rounded-md border border-line p-3">
      <div className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <h4 className="text-sm font-medium">{t('attempt', { n })}</h4>
        <span className="text-xs text-ink-3">
          {t(isLate && why === 'reassert' ? 'why.late' : `why.${why}`)}
        </span>
        <span className="ms-auto">
          <Badge {...looks[outcome ?? 'sending']}>{t(`attemptOutcome.${outcome ?? 'sending'}`)}</Badge>
        </span>
      </div>
      <Facts>
        {code === null ? null : (
          <Fact name={t('code')}>
            <FindLink query={code} title={link('sameCode', { code })}>
              <code className="font-mono break-all">{code}</code>
            </FindLink>
            {explained ? <p className="text-ink-2">{explained}</p> : null}
            {clock ? <p className="font-medium">{clock}</p> : null}
          </Fact>
        )}
        {message === null ? null : <Fact name={t('message')}>{message}</Fact>}
        {httpStatus === null ? null : (
          <Fact name={t('http')}>
            <span className="figures">{httpStatus}</span>
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
