'use client';

import { useTranslations } from 'use-intl';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { RequestId } from '#components/ui/request-id.tsx';
import { Fact, Facts } from '#components/ui/section.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import type { ListView } from '#lib/numbers/view.ts';

/** Codes have sentences that speak of bindings; those of a key, a place or an app hold for a list too. */
const hasOwnSentence =
  /^(AuthFailure|NotSent|Ip(Not)?In|InvalidAction|NoSuch|OperationDenied|InvalidParameter(Value)?\.InstanceNotExist)/;

/** Why a list could not be read and what mends it. The board below does not depend on it. */
export default function ListFailure({ list }: { list: ListView }) {
  const t = useTranslations('numbers.list');
  const sentenceOf = useCodeSentence();
  const { failure, appName } = list;
  if (failure === null) return null;
  const { at, code, message, requestId, missingAction } = failure;
  const sentence = code.startsWith('RequestLimitExceeded')
    ? t('busy')
    : ((hasOwnSentence.test(code) ? sentenceOf(code) : null) ?? t('unclear'));
  return (
    <Notice tone="warn" role="status" title={t('failedFor', { app: appName })}>
      {missingAction === null ? (
        <p>{sentence}</p>
      ) : (
        <p>
          <span>{t('policy')}</span>{' '}
          <span className="inline-flex items-center gap-1">
            <code className="font-mono text-ink">{missingAction}</code>
            <CopyButton value={missingAction} label={t('copyAction')} />
          </span>
        </p>
      )}
      <p className="mb-2">
        <span>{t('stays')}</span>{' '}
        <Sentence>{t.rich('failedAt', { time: () => <Time at={at} show="relative" /> })}</Sentence>
      </p>
      <Facts>
        <Fact name={t('code')}>
          <code className="font-mono break-all">{code}</code>
        </Fact>
        {message === null ? null : <Fact name={t('words')}>{message}</Fact>}
        {requestId === null ? null : (
          <Fact name={t('requestId')}>
            <RequestId value={requestId} />
          </Fact>
        )}
      </Facts>
    </Notice>
  );
}
