'use client';

import { useTranslations } from 'use-intl';
import { Provenance } from '#components/bindings/provenance.tsx';
import {
  differsInHiddenPart,
  knownUrl,
  type Question,
  type ReviewRequest,
} from '#components/bindings/review-request.ts';
import { SentFields } from '#components/bindings/sent-fields.tsx';
import { UrlChange } from '#components/bindings/url-change.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';

/** Of the remark that says why there is nothing to confirm. */
export const alreadySetId = 'review-already-set';

/** What the question is about: warnings first, then the change, then exactly what is sent. */
export function ReviewSubject({ request, question }: { request: ReviewRequest; question: Question }) {
  const t = useTranslations('bind.dialog');
  const hints = useTranslations('bind.url.hints');
  const restore = useTranslations('restore');
  const { content, appName, restored, facts, unchanged } = question;
  const url = content.callbackUrl;
  const hidden = differsInHiddenPart(question);
  return (
    <>
      {request.source === 'form' && request.unanswered ? (
        <Notice tone="warn">{t('unanswered')}</Notice>
      ) : null}
      {unchanged ? (
        <div id={alreadySetId}>
          <Notice title={t('unchanged')}>{restored ? restore('unchangedText') : t('unchangedText')}</Notice>
        </div>
      ) : null}
      {url === null ? <Notice tone="warn">{t('noUrlWarning')}</Notice> : null}
      {url?.startsWith('http://') ? <Notice tone="warn">{hints('http')}</Notice> : null}
      {question.opened ? null : (
        <div className="grid gap-2">
          {unchanged || (knownUrl(facts) === url && !hidden) ? null : (
            <UrlChange before={knownUrl(facts)} after={url} />
          )}
          {hidden ? <p className="text-sm">{restore('hiddenPart')}</p> : null}
          <Provenance facts={facts} />
          {restored && !unchanged ? (
            <p className="text-sm text-ink-2">
              {restore.rich('from', {
                name: restored.actor.name,
                time: () => <Time at={restored.settledAt ?? restored.createdAt} />,
              })}
            </p>
          ) : null}
        </div>
      )}
      <SentFields content={content} appName={appName} />
    </>
  );
}
