'use client';

import { useTranslations } from 'use-intl';
import { Provenance } from '#components/bindings/provenance.tsx';
import { knownUrl, type ReviewRequest } from '#components/bindings/review-request.ts';
import { SentFields } from '#components/bindings/sent-fields.tsx';
import { UrlChange } from '#components/bindings/url-change.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { NumberFacts } from '#lib/bindings/view.ts';
import { maskUrlSecrets } from '#lib/domain/callback-url-secrets.ts';
import { hasHiddenPart } from '#lib/domain/hidden-part.ts';

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
  // An entry of history is put back as it was shown; what it replaces is then shown alike.
  const hides = url !== null && hasHiddenPart(url);
  const known = knownUrl(facts);
  const before = hides && known ? maskUrlSecrets(known) : known;
  return (
    <>
      {request.unanswered ? <Notice tone="warn">{t('unanswered')}</Notice> : null}
      {unchanged ? <Notice title={t('unchanged')}>{t('unchangedText')}</Notice> : null}
      {hides ? <Notice>{t('hiddenPart')}</Notice> : null}
      {url === null ? <Notice tone="warn">{t('noUrlWarning')}</Notice> : null}
      {url?.startsWith('http://') ? <Notice tone="warn">{hints('http')}</Notice> : null}
      {conflict ? null : (
        <div className="grid gap-2">
          {unchanged || known === url ? null : <UrlChange before={before} after={url} />}
          <Provenance facts={facts} />
        </div>
      )}
      <SentFields content={content} appName={request.appName} />
    </>
  );
}
