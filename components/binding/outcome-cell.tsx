'use client';

import { useDuration } from '#components/binding/use-duration.ts';
import { useLateNote } from '#components/binding/use-late-arrival-note.ts';
import { useReason } from '#components/binding/use-reason.ts';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import type { BindingView } from '#lib/bindings/view.ts';

/** How it ended, and under it why not, or why that is not settled (the entry has the rest), or how long it took. */
export function OutcomeCell({ binding }: { binding: BindingView }) {
  const reasonOf = useReason();
  const noteOf = useLateNote();
  const duration = useDuration();
  const reason = reasonOf(binding) ?? noteOf(binding);
  const { durationMs } = binding;
  return (
    <div className="min-w-0 @max-3xl:flex @max-3xl:items-center @max-3xl:gap-2">
      <OutcomeBadge state={binding.state} />
      {reason ? (
        <p className="mt-0.5 truncate text-xs text-ink-2" title={reason}>
          {reason}
        </p>
      ) : (
        <p className="figures mt-0.5 h-4.5 text-xs text-ink-3">
          {durationMs === null ? null : duration(durationMs)}
        </p>
      )}
    </div>
  );
}
