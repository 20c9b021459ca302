'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { BindFormBox } from '#components/bindings/bind-form-box.tsx';
import type { BindScreenProps } from '#components/bindings/bind-screen.tsx';
import { type BindValues, numberToSend } from '#components/bindings/bind-values.ts';
import { newDraft } from '#components/bindings/draft.ts';
import { FactsCard } from '#components/bindings/facts-card.tsx';
import { ResultPanel } from '#components/bindings/result-panel.tsx';
import { loadReviewDialog } from '#components/bindings/review-loader.ts';
import { useBindForm, useLeaveWarning } from '#components/bindings/use-bind-form.ts';
import { useBinding } from '#components/bindings/use-binding.ts';
import { startDraft, useDraft } from '#components/bindings/use-draft.ts';
import { useRepeat } from '#components/bindings/use-repeat.ts';
import { useSettledValue } from '#components/bindings/use-settled-value.ts';
import { numberFacts } from '#lib/bindings/cache.ts';

const ReviewDialog = lazy(loadReviewDialog);

/** Form, what is known, the question and the answer, on one desk. `asleep`: as the server draws it, takes no input. */
export function BindDesk(props: BindScreenProps & { asleep: boolean; blank: BindValues }) {
  const { apps, allowHttp, viewerId, asleep, blank } = props;
  const [start] = useState(() => (asleep ? newDraft(blank) : startDraft(viewerId, blank)));
  const form = useBindForm(start.values, { allowHttp, appIds: apps.map(({ id }) => id) });
  const draft = useDraft(viewerId, form, start, blank);
  const binding = useBinding(draft, apps);
  const again = useRepeat(binding.show);
  useLeaveWarning(draft.dirty || binding.request !== null);

  const values = useWatch({ control: form.control });
  const number = numberToSend(values.number ?? '', values.numberChoice ?? '')?.sent ?? null;
  const asked = useSettledValue(number);
  const ask = values.appId && asked ? { appId: values.appId, number: asked } : null;
  const facts = useQuery({ ...numberFacts(ask?.appId ?? '', ask?.number ?? ''), enabled: ask !== null });

  const another = () => {
    binding.dismiss();
    form.reset({ ...blank, appId: values.appId ?? '', callbackUrl: values.callbackUrl ?? '' });
    form.setFocus('number');
  };

  return (
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,40rem)_minmax(16rem,22rem)]">
      <div className="grid min-w-0 gap-5">
        {binding.answer ? (
          <ResultPanel
            answer={binding.answer}
            repeating={again.repeating}
            repeatProblem={again.repeatProblem}
            onUndo={() => binding.answer && binding.undo(binding.answer)}
            onRepeat={() => binding.answer && again.repeat(binding.answer)}
            onAnother={another}
            onDismiss={binding.dismiss}
          />
        ) : null}
        <BindFormBox
          form={form}
          apps={apps}
          allowHttp={allowHttp}
          currentUrl={facts.data?.current.certainty === 'exact' ? facts.data.current.url : null}
          asleep={asleep}
          onReview={binding.review}
        />
      </div>
      <aside className="min-w-0 xl:sticky xl:top-8">
        <FactsCard number={ask?.number ?? null} facts={facts} />
      </aside>
      {binding.request ? (
        <Suspense>
          <ReviewDialog
            request={binding.request}
            onClose={binding.close}
            onSend={binding.send}
            onSettled={binding.settle}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
