'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/form/problem-text.ts';
import { SignInHead } from '#components/sign-in/sign-in-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Problem } from '#lib/domain/problem.ts';

/** Until the server has answered. */
export function LinkReading() {
  const t = useTranslations('signIn');
  return (
    <div role="status">
      <SignInHead title={t('linkReading')} />
    </div>
  );
}

/** Nobody could say whether the link works. */
export function LinkNotRead({ problem }: { problem: Problem }) {
  const t = useTranslations('signIn');
  const problemText = useProblemText();
  return (
    <>
      <SignInHead title={t('linkNotRead')} />
      <Notice tone="bad" role="alert" className="mb-4">
        {problemText(problem)}
      </Notice>
      <Button look="primary" onClick={() => window.location.reload()}>
        {t('tryAgain')}
      </Button>
    </>
  );
}

/** The link itself is at fault. */
export const isDeadLink = ({ code }: Problem): boolean =>
  code === 'link_expired' || code === 'setup_link_expired' || code === 'invalid_input';
