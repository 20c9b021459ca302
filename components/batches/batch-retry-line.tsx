'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { BatchRetry } from '#components/batches/batch-retry.ts';
import { useReason } from '#components/binding/use-reason.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { urlInput } from '#components/form/url-input.ts';
import { Button } from '#components/ui/button.tsx';
import { NumberText } from '#components/ui/number-text.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { UrlText } from '#components/ui/url/url-text.tsx';
import type { BatchLineView } from '#lib/batches/view.ts';
import { hasHiddenPart } from '#lib/domain/urls/hidden-part.ts';

type BatchRetryLineProps = { line: BatchLineView; retry: BatchRetry };

/** A failed line: what it was to do, why it failed, and its URL to be changed in place. */
export function BatchRetryLine({ line: { line, binding }, retry }: BatchRetryLineProps) {
  const t = useTranslations('batches.retry');
  const history = useTranslations('history.table');
  const problemText = useProblemText();
  const reasonOf = useReason();
  const fieldId = useId();
  const { number, callbackUrl, message } = binding;
  const typed = retry.mends[line];
  const isMended = typed !== undefined;
  const problem = retry.problems[line];
  const reason = reasonOf(binding);
  // A sentence of ours points to the provider's own words below it.
  const words = message === null || reason?.includes(message) ? null : message;
  const isHidden = callbackUrl !== null && hasHiddenPart(callbackUrl);

  const toggle = () => {
    if (isMended) return retry.keep(line);
    retry.mend(line, isHidden ? '' : (callbackUrl ?? ''));
    window.requestAnimationFrame(() => document.getElementById(fieldId)?.focus());
  };

  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="flex flex-wrap gap-x-3 text-sm">
          <span className="figures text-ink-3">{t('line', { line })}</span>
          <NumberText number={number} className="font-medium" />
        </p>
        <Button size="sm" aria-label={t(isMended ? 'keepOf' : 'changeOf', { line })} onClick={toggle}>
          {t(isMended ? 'keep' : 'change')}
        </Button>
      </div>
      <p className="text-sm text-pretty break-words text-ink-2">{reason}</p>
      {words === null ? null : (
        <p translate="no" className="font-mono text-xs break-words text-ink-3">
          {words}
        </p>
      )}
      {isMended ? (
        <TextField
          id={fieldId}
          label={t('url', { line })}
          hint={isHidden ? t('hidden') : undefined}
          error={problem ? problemText(problem) : undefined}
          value={typed}
          onChange={(event) => retry.mend(line, event.target.value)}
          {...urlInput}
        />
      ) : callbackUrl === null ? (
        <span className="text-sm text-ink-2 italic">{history('noUrl')}</span>
      ) : (
        <UrlText url={callbackUrl} copy={false} />
      )}
    </li>
  );
}
