'use client';

import { useTranslations } from 'use-intl';
import { Provenance } from '#components/bindings/provenance.tsx';
import { knownUrl, type ReviewRequest } from '#components/bindings/review-request.ts';
import { SentFields } from '#components/bindings/sent-fields.tsx';
import { UrlChange } from '#components/bindings/url-change.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { NumberFacts } from '#lib/bindings/view.ts';

type ReviewSubjectProps = {
  request: ReviewRequest;
  facts: NumberFacts;
  conflict: boolean;
  unchanged: boolean;
};

/** What the question is about: warnings first, then the change, then exactly what is sent. */
export function ReviewSubject({ request, facts, conflict, unchanged }: ReviewSubjectProps) {
  const t = useTranslations('bind.dialog');
  const hints = useTranslations('bind.url.hints');
  const { content } = request;
  const url = content.callbackUrl;
  return (
    <>
      {request.unanswered ? <Notice tone="warn">{t('unanswered')}</Notice> : null}
      {unchanged ? <Notice title={t('unchanged')}>{t('unchangedText')}</Notice> : null}
      {url === null ? <Notice tone="warn">{t('noUrlWarning')}</Notice> : null}
      {url?.startsWith('http://') ? <Notice tone="warn">{hints('http')}</Notice> : null}
      {conflict ? null : (
        <div className="grid gap-2">
          {unchanged || knownUrl(facts) === url ? null : <UrlChange before={knownUrl(facts)} after={url} />}
          <Provenance facts={facts} />
        </div>
      )}
      <SentFields content={content} appName={request.appName} />
    </>
  );
}
