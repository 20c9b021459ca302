'use client';

import { Suspense, useState } from 'react';
import type { AppChoice } from '#components/bind-form/app-field.tsx';
import { BindFormBox } from '#components/bind-form/bind-form-box.tsx';

import { type BindValues, sameValues, type WantedNumber } from '#components/bind-form/bind-values.ts';
import { newDraft } from '#components/bind-form/draft.ts';
import { FactsBox } from '#components/bind-form/facts-box.tsx';
import { useBindForm } from '#components/bind-form/use-bind-form.ts';
import { useBinding } from '#components/bind-form/use-binding.ts';
import { startDraft, useDraft } from '#components/bind-form/use-draft.ts';
import { useKnown } from '#components/bind-form/use-known.ts';
import { useReaders } from '#components/bind-form/use-parsers.ts';
import { useSuggestions } from '#components/bind-form/use-suggestions.ts';
import { useHomeCountry } from '#components/providers/use-home-country.ts';
import { loadResultPanel, loadReviewDialog } from '#components/review/lazy.ts';
import { lazyWithRetry } from '#components/ui/lazy/lazy-with-retry.tsx';
import { useSettledValue } from '#components/ui/use-debounced-value.ts';
import { useLeaveWarning } from '#components/ui/use-leave-warning.ts';
import type { HomeCountryChoice } from '#lib/domain/numbers/home-country.ts';

export type BindScreenProps = {
  apps: readonly AppChoice[];
  allowHttp: boolean;
  homeCountry: HomeCountryChoice;
  viewerId: string;
  /** From the address: what the form is opened for, checked. */
  wanted: WantedNumber | null;
};

const ReviewDialog = lazyWithRetry(loadReviewDialog, 'over');
const ResultPanel = lazyWithRetry(loadResultPanel);
const KnownFacts = lazyWithRetry(() => import('#components/bind-form/known-facts.tsx'));

/** Form, what is known, the question and the answer, on one desk. `asleep`: as the server draws it, takes no input. */
export function BindWorkspace(props: BindScreenProps & { asleep: boolean; blank: BindValues }) {
  const { apps, allowHttp, homeCountry, viewerId, wanted, asleep, blank } = props;
  const [start] = useState(() => (asleep ? newDraft(blank) : startDraft(viewerId, blank, wanted)));
  const { country: home } = useHomeCountry(homeCountry);
  const form = useBindForm(start.values, { allowHttp, appIds: apps.map(({ id }) => id), home });
  const { values } = form;
  const draft = useDraft({ viewerId, start, blank, values, asleep });
  const [entered, setEntered] = useState(draft.dirty);
  const readers = useReaders(entered);
  const known = useKnown(readers, { appId: values.appId, number: values.number, home });
  const ground = { home, known };
  const binding = useBinding(draft, apps);
  const suggestions = useSuggestions(entered, binding.answer?.binding.id ?? null);
  const [currentUrl, setCurrentUrl] = useState<string | null>(null);
  const isTyped = draft.dirty && !(wanted && sameValues(values, { ...blank, ...wanted }));
  useLeaveWarning(isTyped || binding.request !== null, draft.isKept);

  const reading = readers?.readField(values.number, ground) ?? null;
  const number = (reading && readers?.meaningToSend(reading, values.numberChoice)?.sent) ?? null;
  const asked = useSettledValue(values.appId && number ? `${values.appId} ${number}` : null);
  const [askedApp = '', askedNumber = ''] = asked?.split(' ') ?? [];

  const another = () => {
    binding.dismiss();
    const { appId, callbackUrl } = values;
    form.reset({ ...blank, appId, callbackUrl }, { keepFieldsRef: true });
    form.setFocus('number');
  };

  return (
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,40rem)_minmax(16rem,22rem)]">
      <div className="grid min-w-0 gap-5">
        {binding.answer ? (
          <Suspense>
            <ResultPanel
              answer={binding.answer}
              onAnswer={binding.show}
              onUndo={binding.undo}
              onAnother={another}
              onDismiss={binding.dismiss}
            />
          </Suspense>
        ) : null}
        <BindFormBox
          form={form}
          readers={readers}
          suggestions={suggestions}
          apps={apps}
          ground={ground}
          homeCountry={homeCountry}
          allowHttp={allowHttp}
          currentUrl={asked ? currentUrl : null}
          asleep={asleep}
          onEnter={() => setEntered(true)}
          onReview={binding.review}
        />
      </div>
      <FactsBox number={asked ? askedNumber : null}>
        <KnownFacts appId={askedApp} number={askedNumber} onCurrentUrl={setCurrentUrl} />
      </FactsBox>
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
