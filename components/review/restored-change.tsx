'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { UrlChange } from '#components/binding/url-change.tsx';
import type { MarkPair } from '#components/binding/url-difference.ts';
import { useProblemText } from '#components/form/problem-text.ts';
import { knownUrl } from '#components/review/review-request.ts';
import { Button } from '#components/ui/button.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { revealUrl } from '#lib/bind-number/actions.ts';
import type { BindingView, NumberFacts } from '#lib/bindings/view.ts';
import { callAction } from '#lib/client/call-action.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { hasHiddenPart } from '#lib/domain/urls/hidden-part.ts';

type RestoredChangeProps = { facts: NumberFacts; restored: BindingView; marks: MarkPair | undefined };
type Whole = { before: string | null; after: string };

/** The current URL and the one to restore, masked as in history. A person who may restore can reveal both; that is recorded. */
export function RestoredChange({ facts, restored, marks }: RestoredChangeProps) {
  const t = useTranslations('restore.reveal');
  const problemText = useProblemText();
  const [whole, setWhole] = useState<Whole | null>(null);
  const [isShown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { url, bindingId } = facts.current;
  const isHiding = [url, restored.callbackUrl].some((each) => each !== null && hasHiddenPart(each));

  const lookUp = (id: string) => callAction(revealUrl, { bindingId: id, which: 'new' as const });
  const reveal = async () => {
    setBusy(true);
    setProblem(null);
    const after = await lookUp(restored.id);
    const before = url === null || bindingId === null ? null : await lookUp(bindingId);
    setBusy(false);
    if (!after.ok) return setProblem(after.problem);
    if (before && !before.ok) return setProblem(before.problem);
    setWhole({ before: before?.value.url ?? null, after: after.value.url });
    setShown(true);
    announce(t('shown'));
  };
  const Icon = isShown ? EyeOff : Eye;
  return (
    <>
      {isShown && whole ? (
        <UrlChange before={url === null ? knownUrl(facts) : whole.before} after={whole.after} />
      ) : (
        <UrlChange before={knownUrl(facts)} after={restored.callbackUrl} marks={marks} />
      )}
      {isHiding ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="sm"
            busy={busy}
            onClick={() => (isShown ? setShown(false) : whole ? setShown(true) : void reveal())}
          >
            <Icon aria-hidden className="size-3.5" />
            <span>{t(isShown ? 'hide' : 'both')}</span>
          </Button>
          {whole ? null : <span className="text-xs text-ink-3">{t('hint')}</span>}
        </div>
      ) : null}
      {problem ? (
        <Notice tone="bad" role="alert">
          {problemText(problem)}
        </Notice>
      ) : null}
    </>
  );
}
