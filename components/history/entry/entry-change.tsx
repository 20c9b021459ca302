'use client';

import { useTranslations } from 'use-intl';
import { UrlChange } from '#components/binding/url-change.tsx';
import { UrlWarnings } from '#components/binding/url-warnings.tsx';
import { EntryRestore } from '#components/history/entry/entry-restore.tsx';
import { HiddenParts } from '#components/history/entry/hidden-parts.tsx';
import { useReveal } from '#components/history/entry/use-reveal.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { EntrySection } from '#components/ui/section.tsx';
import type { BindingDetailView, BindingView } from '#lib/bindings/view.ts';

type EntryChangeProps = { binding: BindingView; detail: BindingDetailView | undefined };

const words = { exact: 'exact', uncertain: 'uncertain', none: 'unknown' } as const;

/**
 * Old and new URL, how sure the old one is, told in a word and a sentence, and the way back. Copies give what is
 * shown.
 */
export function EntryChange({ binding, detail }: EntryChangeProps) {
  const t = useTranslations('history.entry');
  const certain = useTranslations('restore.entry');
  const copy = useTranslations('ui.copy');
  const { previous } = binding;
  const reveal = useReveal(detail ?? binding);
  const { new: callbackUrl, previous: previousUrl } = reveal.urls;
  // One of them whole beside the other: then their parts are not compared by marks.
  const isWhole = reveal.isWhole('new') || reveal.isWhole('previous');
  const isSame = previous.certainty === 'exact' && previousUrl === callbackUrl && !binding.hiddenPartsDiffer;
  const exact = previous.url === null ? certain('beforeNoUrl') : certain('beforeExact');
  const certainty = {
    exact: isSame && callbackUrl !== null ? certain('beforeSame') : exact,
    uncertain: certain('beforeUncertain'),
    none: certain('beforeNone'),
  }[previous.certainty];
  return (
    <EntrySection title={t('change')}>
      <UrlChange
        before={previous.certainty === 'none' || isSame ? undefined : previousUrl}
        after={callbackUrl}
        marks={isWhole ? undefined : { before: binding.hiddenMarks.previous, after: binding.hiddenMarks.new }}
      />
      <UrlWarnings warnings={binding.warnings} className="mt-2" />
      <p className="mt-2 text-sm text-pretty text-ink-2">
        <span className="me-1.5 font-semibold text-ink">{certain(words[previous.certainty])}</span>
        <span>{certainty}</span>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {callbackUrl === null ? null : (
          <CopyButton value={callbackUrl} label={copy('url')} labelled look="plain" />
        )}
        {previousUrl === null ? null : (
          <CopyButton value={previousUrl} label={t('copyPrevious')} labelled look="plain" />
        )}
      </div>
      <HiddenParts reveal={reveal} />
      {detail ? <EntryRestore binding={detail} /> : null}
    </EntrySection>
  );
}
