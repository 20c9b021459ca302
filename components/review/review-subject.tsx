'use client';

import { useTranslations } from 'use-intl';
import { UrlChange } from '#components/binding/url-change.tsx';
import { onlyHiddenDiffers } from '#components/binding/url-difference.ts';
import { UrlWarnings } from '#components/binding/url-warnings.tsx';
import { Provenance } from '#components/review/provenance.tsx';
import { RestoredChange } from '#components/review/restored-change.tsx';
import { knownUrl, marksOf, type Question, type ReviewRequest } from '#components/review/review-request.ts';
import { SentFields } from '#components/review/sent-fields.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sentence } from '#components/ui/sentence.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { warningsOf } from '#lib/domain/urls/callback-url-warnings.ts';

/** Of the remark that says why there is nothing to confirm. */
export const alreadySetId = 'review-already-set';

/** What the question is about: warnings first, then the change, then exactly what is sent. */
export function ReviewSubject({ request, question }: { request: ReviewRequest; question: Question }) {
  const t = useTranslations('bind.dialog');
  const restore = useTranslations('restore');
  const { content, appName, restored, facts, unchanged } = question;
  const url = content.callbackUrl;
  const before = knownUrl(facts);
  const marks = marksOf(question);
  const isSame = before === url && !(marks && onlyHiddenDiffers(url, url, marks));
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
      <UrlWarnings warnings={restored?.warnings ?? warningsOf(url)} />
      {question.opened ? null : (
        <div className="grid gap-2">
          {unchanged || isSame ? null : restored ? (
            <RestoredChange facts={facts} restored={restored} marks={marks} />
          ) : (
            <UrlChange before={before} after={url} />
          )}
          <Provenance facts={facts} />
          {restored && !unchanged ? (
            <p className="text-sm text-ink-2">
              <Sentence>
                {restore.rich('from', {
                  name: restored.actor.name,
                  time: () => <Time at={restored.settledAt ?? restored.createdAt} />,
                })}
              </Sentence>
            </p>
          ) : null}
        </div>
      )}
      <SentFields content={content} appName={appName} />
    </>
  );
}
