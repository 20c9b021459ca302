'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { announce } from '#components/ui/live-region.tsx';
import { callAction } from '#lib/client/call-action.ts';
import { checkCredentials } from '#lib/connection/actions.ts';
import type { CheckView } from '#lib/connection/view.ts';
import type { Result } from '#lib/domain/result.ts';

/** The newest check. Afterwards the facts are read anew: a check may have found the clock to be off. */
export function useCheck() {
  const t = useTranslations('connection.check');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result<CheckView> | null>(null);

  const check = async () => {
    setBusy(true);
    const answer = await callAction(checkCredentials, {});
    setBusy(false);
    setResult(answer);
    if (!answer.ok) return;
    announce(t(answer.value.verdict), answer.value.verdict === 'works' ? 'polite' : 'assertive');
    router.refresh();
  };
  return { busy, result, check };
}
