'use client';

import { useTranslations } from 'use-intl';
import { supportSummary, withoutQueryValues } from '#components/binding/support-summary.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

/** One paste-ready block about a binding, without secrets. Times are UTC. */
export function useSupportText(): (binding: BindingView) => string {
  const t = useTranslations('bind');
  const shared = useTranslations('ui');
  return (binding) =>
    supportSummary([
      [t('result.number'), binding.number],
      [t('field.app'), `${binding.appName} (${binding.appId})`],
      [
        t('result.url'),
        binding.callbackUrl === null ? shared('urlChange.none') : withoutQueryValues(binding.callbackUrl),
      ],
      [t('result.region'), shared(`outcome.${binding.state}`)],
      [t('result.code'), binding.code],
      [t('result.message'), binding.message],
      [t('result.requestId'), binding.requestId ?? t('result.noRequestId')],
      [t('result.time'), binding.createdAt],
      [
        t('result.view'),
        typeof location === 'undefined' ? '' : `${location.origin}${paths.binding(binding.id)}`,
      ],
    ]);
}
