'use client';

import { useTranslations } from 'use-intl';
import { UrlChange } from '#components/bindings/url-change.tsx';
import { EntrySection } from '#components/history/entry-section.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import type { BindingView } from '#lib/bindings/view.ts';

/** Old and new URL, and how sure the old one is (H29). */
export function EntryChange({ binding }: { binding: BindingView }) {
  const t = useTranslations('history.entry');
  const copy = useTranslations('ui.copy');
  const { previous, callbackUrl } = binding;
  const certainty = {
    exact: previous.url === null ? t('beforeNoUrl') : t('beforeExact'),
    uncertain: t('beforeUncertain'),
    none: t('beforeNone'),
  }[previous.certainty];
  return (
    <EntrySection title={t('change')}>
      <UrlChange before={previous.certainty === 'none' ? undefined : previous.url} after={callbackUrl} />
      <p className="mt-2 text-sm text-ink-2">{certainty}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {callbackUrl === null ? null : (
          <CopyButton value={callbackUrl} label={copy('url')} labelled look="plain" />
        )}
        {previous.url === null ? null : (
          <CopyButton value={previous.url} label={t('copyPrevious')} labelled look="plain" />
        )}
      </div>
    </EntrySection>
  );
}
