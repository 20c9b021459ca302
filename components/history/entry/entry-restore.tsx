'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { RestoreButton } from '#components/review/restore-button.tsx';
import { useMayRestore } from '#components/review/restore-context.ts';
import { restore } from '#lib/bind-number/cache.ts';
import type { BindingDetailView } from '#lib/bindings/view.ts';

/** Puts back the URL of this entry, or the one it replaced, where that is known for certain. */
export function EntryRestore({ binding }: { binding: BindingDetailView }) {
  const t = useTranslations('restore');
  const { id, number, previous, related } = binding;
  if (!useMayRestore()) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Offer bindingId={id} number={number} text={t('button')} />
      {related.boundBeforeId === null || previous.url === null ? null : (
        <Offer bindingId={related.boundBeforeId} number={number} text={t('before')} />
      )}
    </div>
  );
}

/** Asked for the one entry that is open. Until the answer is there the button works: the dialog asks again anyway. */
function Offer({ bindingId, number, text }: { bindingId: string; number: string; text: string }) {
  const t = useTranslations('restore');
  const problemText = useProblemText();
  const { data } = useQuery(restore(bindingId));
  const refusal = data?.refusal ? problemText(data.refusal) : null;
  const reason = refusal ?? (data?.unchanged ? t('alreadySet') : null);
  return <RestoreButton bindingId={bindingId} number={number} text={text} reason={reason} />;
}
