'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CodeAdvice } from '#components/binding/code-advice.tsx';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import { resultKind } from '#components/review/result-kind.ts';
import type { Settled } from '#components/review/review-request.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';

/** Why first, where it did not work; then the facts to quote. */
export function ResultFacts({ binding, clockSkewMs }: Pick<Settled, 'binding' | 'clockSkewMs'>) {
  const t = useTranslations('bind.result');
  const change = useTranslations('ui.urlChange');
  const copy = useTranslations('ui.copy');
  const codeSentence = useCodeSentence();
  const { number, callbackUrl, previous, createdAt, durationMs, requestId, state, code, message } = binding;
  const kind = resultKind(state);
  const looksSame = binding.hiddenPartsDiffer && previous.url === callbackUrl;
  const before = () => {
    if (previous.url !== null) return <UrlText url={previous.url} />;
    return previous.certainty === 'exact' ? change('none') : t('beforeUnknown');
  };
  const explanation = code === null ? null : codeSentence(code);
  const facts: { name: string; value: ReactNode }[] = [
    { name: t('number'), value: <NumberText number={number} className="font-mono" /> },
    { name: t(`before.${kind}`), value: before() },
    {
      name: t(`after.${kind}`),
      value: callbackUrl === null ? change('none') : <UrlText url={callbackUrl} />,
    },
    ...(looksSame ? [{ name: '', value: change('onlyHidden') }] : []),
    { name: t('time'), value: <Time at={createdAt} /> },
    ...(durationMs === null
      ? []
      : [{ name: t('duration'), value: t('milliseconds', { value: durationMs }) }]),
    ...(code === null
      ? []
      : [{ name: t('code'), value: <code className="font-mono break-all">{code}</code> }]),
    ...(message === null ? [] : [{ name: t('message'), value: message }]),
    {
      name: t('requestId'),
      value:
        requestId === null ? (
          t(state === 'unknown' ? 'noRequestIdUnknown' : 'noRequestId')
        ) : (
          <span className="inline-flex min-w-0 items-center gap-1">
            <code className="font-mono break-all">{requestId}</code>
            <CopyButton value={requestId} label={copy('requestId')} />
          </span>
        ),
    },
  ];
  return (
    <div className="px-4 pt-2 pb-3.5 sm:ps-[3.125rem]">
      {explanation ? <p className="mb-2 max-w-prose text-pretty">{explanation}</p> : null}
      <CodeAdvice
        state={state}
        code={code}
        clockSkewMs={clockSkewMs}
        className="mb-3 grid max-w-prose gap-1 text-sm text-ink-2"
      />
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="pt-0.5 text-ink-3 max-sm:mt-1.5">{name}</dt>
            <dd className="figures flex min-h-6.5 min-w-0 items-center break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
