'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { CodeAdvice } from '#components/binding/code-advice.tsx';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import { Notice, type NoticeTone } from '#components/ui/notice.tsx';
import { RequestId } from '#components/ui/request-id.tsx';
import { Fact, Facts } from '#components/ui/section.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { CheckView } from '#lib/connection/view.ts';
import type { CheckVerdict } from '#lib/domain/recorded-event.ts';

const tones: Record<CheckVerdict, NoticeTone> = {
  works: 'good',
  limited: 'warn',
  refused: 'bad',
  not_sent: 'bad',
  unclear: 'warn',
};

/** Codes have sentences that speak of bindings; only those of a refusal and of nothing sent hold for a read too. */
const hasOwnSentence = ({ verdict }: CheckView): boolean => verdict === 'refused' || verdict === 'not_sent';

export function CheckResult({ check, appName }: { check: CheckView; appName: string }) {
  const t = useTranslations('connection.check');
  const codeSentence = useCodeSentence();
  const { verdict, code, message, requestId, durationMs, clockSkewMs, at } = check;
  const sentence = code !== null && hasOwnSentence(check) ? codeSentence(code) : null;
  const advice = hasOwnSentence(check) ? 'refused' : 'bound';
  return (
    <Notice tone={tones[verdict]} title={t(verdict)} className="w-full">
      <p className="mb-2 text-pretty">
        {sentence ?? t(`${verdict}Text`, { app: appName, code: code ?? '' })}
      </p>
      <CodeAdvice
        state={advice}
        code={code}
        clockSkewMs={clockSkewMs}
        className="mb-2 grid gap-1 text-sm text-ink-2"
      />
      <Facts>
        {code === null ? null : (
          <Fact name={t('code')}>
            <code className="font-mono break-all">{code}</code>
          </Fact>
        )}
        {message === null ? null : <Fact name={t('message')}>{message}</Fact>}
        <Fact name={t('requestId')}>
          {requestId === null ? t('noRequestId') : <RequestId value={requestId} />}
        </Fact>
        <Fact name={t('duration')}>
          <span className="figures">{t('milliseconds', { value: durationMs })}</span>
        </Fact>
        <Fact name={t('at')}>
          <Time at={at} />
        </Fact>
      </Facts>
    </Notice>
  );
}
