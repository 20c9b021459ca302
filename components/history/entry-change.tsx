'use client';

import { useTranslations } from 'use-intl';
import { UrlChange } from '#components/bindings/url-change.tsx';
import { EntrySection } from '#components/history/entry-section.tsx';
import { HiddenParts } from '#components/history/hidden-parts.tsx';
import { useReveal } from '#components/history/use-reveal.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import type { BindingDetailView, BindingView } from '#lib/bindings/view.ts';

type Known = BindingView & Partial<Pick<BindingDetailView, 'mayReveal'>>;

/** Old and new URL, and how sure the old one is (H29). Copies give what is shown. */
export function EntryChange({ binding }: { binding: Known }) {
  const t = useTranslations('history.entry');
  const copy = useTranslations('ui.copy');
  const { previous } = binding;
  const reveal = useReveal(binding);
  const { new: callbackUrl, previous: previousUrl } = reveal.urls;
  const certainty = {
    exact: previous.url === null ? t('beforeNoUrl') : t('beforeExact'),
    uncertain: t('beforeUncertain'),
    none: t('beforeNone'),
  }[previous.certainty];
  return (
    <EntrySection title={t('change')}>
      <UrlChange before={previous.certainty === 'none' ? undefined : previousUrl} after={callbackUrl} />
      <p className="mt-2 text-sm text-ink-2">{certainty}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {callbackUrl === null ? null : (
          <CopyButton value={callbackUrl} label={copy('url')} labelled look="plain" />
        )}
        {previousUrl === null ? null : (
          <CopyButton value={previousUrl} label={t('copyPrevious')} labelled look="plain" />
        )}
      </div>
      <HiddenParts reveal={reveal} />
    </EntrySection>
  );
}
