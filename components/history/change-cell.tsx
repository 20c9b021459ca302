'use client';

import { useTranslations } from 'use-intl';
import { mayHaveBeenInForce } from '#components/binding/is-restorable.ts';
import { UrlWarningMark } from '#components/binding/url-warnings.tsx';
import { RestoreButton } from '#components/review/restore-button.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';
import type { BindingView } from '#lib/bindings/view.ts';

const quietCopy =
  '[&_button]:opacity-0 group-hover/row:[&_button]:opacity-100 [&_button:focus-visible]:opacity-100 pointer-coarse:[&_button]:opacity-100 pointer-coarse:[&_button]:size-9!';

/** The wanted URL, a way to put it back for who may, and under it what it was to replace. */
export function ChangeCell({ binding }: { binding: BindingView }) {
  const t = useTranslations('history.table');
  const hidden = useTranslations('auditLog.reveal');
  const { id, number, callbackUrl, previous } = binding;
  const looksSame = binding.hiddenPartsDiffer && previous.url === callbackUrl;
  const was = looksSame
    ? hidden('wasAlike')
    : { exact: t('was'), uncertain: t('wasUncertain'), none: t('wasNone') }[previous.certainty];
  const wasSentWithout = previous.certainty !== 'none' && previous.url === null;
  return (
    <div className={`min-w-0 ${quietCopy}`}>
      <div className="flex h-5 items-center pointer-coarse:h-9">
        {callbackUrl === null ? (
          <span className="text-sm text-ink-2 italic">{t('noUrl')}</span>
        ) : (
          <>
            <UrlWarningMark warnings={binding.warnings} />
            <UrlText url={callbackUrl} over>
              {mayHaveBeenInForce(binding) ? <RestoreButton bindingId={id} number={number} compact /> : null}
            </UrlText>
          </>
        )}
      </div>
      <div className="mt-0.5 flex h-5 items-center gap-1 text-xs pointer-coarse:h-9 text-ink-3 [&_.font-mono]:text-xs [&_.text-ink]:text-ink-3">
        <span className="shrink-0">{wasSentWithout ? t('wasNoUrl') : was}</span>
        {previous.url === null || looksSame ? null : <UrlText url={previous.url} over />}
      </div>
    </div>
  );
}
