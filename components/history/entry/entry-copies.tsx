'use client';

import { useTranslations } from 'use-intl';
import { attemptLines, supportSummary, withoutQueryValues } from '#components/binding/support-summary.ts';
import { useReason } from '#components/binding/use-reason.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import type { BindingDetailView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

/** Leaves the page by the clipboard: the entry's own address, and a block for a ticket without secrets. */
export function EntryCopies({ binding }: { binding: BindingDetailView }) {
  const t = useTranslations('history');
  const outcome = useTranslations('ui.outcome');
  const reasonOf = useReason();
  const { number, appName, appId, callbackUrl, state, createdAt, code, requestId } = binding;
  // Neither text is drawn, so the server, which does not know the origin, and the browser need not agree on it.
  const link =
    typeof location === 'undefined'
      ? paths.binding(binding.id)
      : `${location.origin}${paths.binding(binding.id)}`;
  const summary = supportSummary([
    [t('entry.number'), number],
    [t('entry.app'), `${appName} (${appId})`],
    [t('entry.url'), callbackUrl === null ? t('entry.noUrl') : withoutQueryValues(callbackUrl)],
    [t('filter.outcome'), outcome(state)],
    [t('entry.cause'), reasonOf(binding)],
    [t('entry.requested'), createdAt],
    [t('entry.code'), code],
    [t('entry.requestId'), requestId ?? t('entry.noRequestId')],
    ...attemptLines(binding).map((line) => [t('entry.onTheWire'), line] as const),
    [t('entry.link'), link],
  ]);
  return (
    <div className="flex flex-wrap gap-2">
      <CopyButton value={link} label={t('entry.copyLink')} labelled look="plain" />
      <CopyButton value={summary} label={t('entry.copySupport')} labelled look="plain" />
    </div>
  );
}
