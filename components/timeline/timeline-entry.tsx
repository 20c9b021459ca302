'use client';

import { useTranslations } from 'use-intl';
import { mayHaveBeenInForce } from '#components/binding/is-restorable.ts';
import { ResetMark } from '#components/binding/reset-mark.tsx';
import { UrlChange } from '#components/binding/url-change.tsx';
import { useDuration } from '#components/binding/use-duration.ts';
import { useReason } from '#components/binding/use-reason.ts';
import { RestoreButton } from '#components/review/restore-button.tsx';
import { TimelinePick } from '#components/timeline/timeline-pick.tsx';
import { linkClass } from '#components/ui/link-class.ts';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { Time } from '#components/ui/time/time.tsx';
import { absoluteTime } from '#components/ui/time/time-text.ts';
import { useViewerZone } from '#components/ui/time/viewer-zone.ts';
import type { BindingView } from '#lib/bindings/view.ts';
import { paths } from '#lib/paths.ts';

type TimelineEntryProps = { binding: BindingView; chosen: boolean; onChoose: (id: string) => void };

/** One change of the number: when and how it ended, what it changed, who wanted it and why. */
export function TimelineEntry({ binding, chosen, onChoose }: TimelineEntryProps) {
  const t = useTranslations('number.timeline');
  const source = useTranslations('history.source');
  const duration = useDuration();
  const failure = useReason()(binding);
  const time = absoluteTime(new Date(binding.createdAt), useViewerZone());
  const { id, actor, durationMs, reason, restoresBindingId } = binding;
  return (
    <article aria-label={time} className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PageLink
          href={paths.binding(id)}
          data-entry-link={id}
          aria-label={t('open', { time })}
          className="rounded-sm font-medium underline-offset-3 hover:underline"
        >
          <Time at={binding.createdAt} />
        </PageLink>
        <OutcomeBadge state={binding.state} />
        <span className="text-xs text-ink-3">
          <Time at={binding.createdAt} show="relative" />
        </span>
        <TimelinePick time={time} chosen={chosen} onChoose={() => onChoose(id)} />
      </div>
      {failure ? <p className="text-sm break-words text-ink-2">{failure}</p> : null}
      <EntryUrls binding={binding} />
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-ink-2">
        <span title={actor.email}>{t('by', { name: actor.name, source: source(binding.source) })}</span>
        {binding.afterReset === null ? null : <ResetMark />}
        {durationMs === null ? null : <span className="figures text-ink-3">{duration(durationMs)}</span>}
        {restoresBindingId === null ? null : (
          <PageLink href={paths.binding(restoresBindingId)} className={linkClass}>
            {t('restores')}
          </PageLink>
        )}
        {mayHaveBeenInForce(binding) ? (
          <RestoreButton bindingId={id} number={binding.number} compact />
        ) : null}
      </div>
      {reason ? (
        <p className="text-sm break-words whitespace-pre-wrap text-ink-2">{t('reason', { reason })}</p>
      ) : null}
    </article>
  );
}

function EntryUrls({ binding }: { binding: BindingView }) {
  const { previous, callbackUrl, hiddenMarks, hiddenPartsDiffer } = binding;
  const t = useTranslations('number.timeline');
  const isKnown = previous.certainty !== 'none';
  const isSame = previous.certainty === 'exact' && previous.url === callbackUrl && !hiddenPartsDiffer;
  const remark = {
    exact: isSame ? t(callbackUrl === null ? 'sameNone' : 'same') : null,
    uncertain: t('beforeUncertain'),
    none: t('beforeNone'),
  }[previous.certainty];
  return (
    <div>
      <UrlChange
        before={isKnown && !isSame ? previous.url : undefined}
        after={callbackUrl}
        marks={{ before: hiddenMarks.previous, after: hiddenMarks.new }}
      />
      {remark ? <p className="mt-1 text-xs text-ink-3">{remark}</p> : null}
    </div>
  );
}
