'use client';

import { useTranslations } from 'use-intl';
import { ResetMarkNotice } from '#components/binding/reset-mark-notice.tsx';
import { skewWhenExpired } from '#components/binding/use-clock-sentence.ts';
import { EntryChange } from '#components/history/entry/entry-change.tsx';
import { EntryCopies } from '#components/history/entry/entry-copies.tsx';
import { EntryDecide } from '#components/history/entry/entry-decide.tsx';
import { EntryRequest, EntryWho } from '#components/history/entry/entry-facts.tsx';
import { EntryJson } from '#components/history/entry/entry-json.tsx';
import { EntryOutcome } from '#components/history/entry/entry-outcome.tsx';
import { EntryRelated } from '#components/history/entry/entry-related.tsx';
import { EntryRequestIds } from '#components/history/entry/entry-request-ids.tsx';
import { EntryResponse } from '#components/history/entry/entry-response.tsx';
import { EntryTiming } from '#components/history/entry/entry-timing.tsx';
import { EntrySection } from '#components/ui/section.tsx';
import type { BindingDetailView, BindingView } from '#lib/bindings/view.ts';

type EntryViewProps = {
  /** What is known at once: the row. */
  binding: BindingView;
  /** The whole, once loaded. */
  detail: BindingDetailView | undefined;
  onOpen?: (id: string) => void;
};

/** One entry, from what matters most to what only an engineer asks for. */
export function EntryView({ binding, detail, onOpen }: EntryViewProps) {
  const t = useTranslations('history.entry');
  const best = detail ?? binding;
  return (
    <article className="grid gap-5">
      <EntryOutcome binding={best} clockSkewMs={skewWhenExpired(detail?.attempts ?? [])} />
      {detail ? <EntryDecide binding={detail} /> : null}
      {detail ? <EntryCopies binding={detail} /> : null}
      <ResetMarkNotice actor={best.actor} afterReset={best.afterReset} />
      <EntryChange binding={best} detail={detail} />
      <EntryWho binding={best} />
      <EntryRequest binding={best} />
      <EntryResponse attempts={detail?.attempts} count={best.attemptCount} />
      {detail && detail.attempts.length > 0 ? (
        <>
          <EntryTiming attempts={detail.attempts} />
          <EntryRequestIds attempts={detail.attempts} />
        </>
      ) : null}
      <EntrySection title={t('reason')}>
        <p className="text-sm break-words whitespace-pre-wrap text-ink-2">{best.reason ?? t('noReason')}</p>
      </EntrySection>
      {detail ? <EntryRelated binding={detail} onOpen={onOpen} /> : null}
      {detail ? <EntryJson binding={detail} /> : null}
    </article>
  );
}
