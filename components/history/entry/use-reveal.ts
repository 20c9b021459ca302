'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/live-region.tsx';
import { revealUrl } from '#lib/bind-number/actions.ts';
import type { BindingDetailView, BindingView } from '#lib/bindings/view.ts';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { type RevealedUrl, revealedUrls } from '#lib/domain/recorded-event.ts';
import { hasHiddenPart } from '#lib/domain/urls/hidden-part.ts';

type Known = BindingView & Partial<Pick<BindingDetailView, 'mayReveal'>>;
type Whole = Partial<Record<RevealedUrl, string>>;

/** Both URLs of an entry as they are shown now. What was revealed is kept here alone and gone with the entry. */
export function useReveal(binding: Known) {
  const t = useTranslations('auditLog.reveal');
  const [whole, setWhole] = useState<Whole>({});
  const [busy, setBusy] = useState<RevealedUrl | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stored = { new: binding.callbackUrl, previous: binding.previous.url };
  const hiding = revealedUrls.filter((which) => stored[which] !== null && hasHiddenPart(stored[which]));

  const reveal = async (which: RevealedUrl) => {
    setBusy(which);
    setProblem(null);
    const answer = await callAction(revealUrl, { bindingId: binding.id, which });
    setBusy(null);
    if (!answer.ok) return setProblem(answer.problem);
    setWhole((shown) => ({ ...shown, [which]: answer.value.url }));
    announce(t('shown'));
  };
  /** One after the other: each look is recorded before it is shown. */
  const revealBoth = async () => {
    for (const which of hiding) if (whole[which] === undefined) await reveal(which);
  };
  return {
    revealBoth,
    urls: { new: whole.new ?? stored.new, previous: whole.previous ?? stored.previous },
    /** Those that hide something as they are stored in the page. */
    hiding,
    isWhole: (which: RevealedUrl) => whole[which] !== undefined,
    /** Whether what both hide differs and is still hidden. */
    differsUnseen: binding.hiddenPartsDiffer && revealedUrls.some((which) => whole[which] === undefined),
    mayReveal: binding.mayReveal ?? false,
    busy,
    problem,
    reveal,
    hide: (which: RevealedUrl) => setWhole(({ [which]: _gone, ...rest }) => rest),
  };
}

export type Reveal = ReturnType<typeof useReveal>;
