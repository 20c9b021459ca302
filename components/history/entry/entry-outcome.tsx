'use client';

import { useTranslations } from 'use-intl';
import { CodeAdvice } from '#components/binding/code-advice.tsx';
import { LateSentence } from '#components/binding/late-arrival-notice.tsx';
import { useCodeSentence } from '#components/binding/use-code-sentence.ts';
import { useDuration } from '#components/binding/use-duration.ts';
import { useReason } from '#components/binding/use-reason.ts';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import type { BindingView } from '#lib/bindings/view.ts';

/** How it ended, in one sentence a caller of support understands; then the cause, if a code names one, and what to do about it. */
export function EntryOutcome({ binding, clockSkewMs }: { binding: BindingView; clockSkewMs: number | null }) {
  const t = useTranslations('history.entry');
  const sentence = useCodeSentence();
  const reasonOf = useReason();
  const duration = useDuration();
  const { state, code, message, durationMs, actor } = binding;
  const neverSent = state === 'refused' && code?.startsWith('NotSent.');
  const headline = t(neverSent ? 'notSent' : state, { name: actor.name });
  const told = code === null ? null : (sentence(code) ?? message);
  const cause = state === 'unsent' ? reasonOf(binding) : told;
  return (
    <section className="grid gap-2">
      <p className="flex items-center gap-3">
        <OutcomeBadge state={state} />
        {durationMs === null ? null : (
          <span className="figures text-sm text-ink-3">{t('took', { duration: duration(durationMs) })}</span>
        )}
      </p>
      <p className="text-lg font-medium text-pretty">{headline}</p>
      {cause ? <p className="break-words text-ink-2 text-pretty">{cause}</p> : null}
      <CodeAdvice state={state} code={code} clockSkewMs={clockSkewMs} />
      <LateSentence binding={binding} />
    </section>
  );
}
