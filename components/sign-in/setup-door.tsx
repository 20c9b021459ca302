'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { isDeadLink, LinkNotRead, LinkReading } from '#components/sign-in/link-message.tsx';
import { SetupForm } from '#components/sign-in/setup-form.tsx';
import { SignInHead } from '#components/sign-in/sign-in-head.tsx';
import { useLink } from '#components/sign-in/use-link.ts';
import { readSetup } from '#lib/people/actions.ts';

type SetupDoorProps = {
  needsApp: boolean;
  minimum: number;
  /** Shown when the link does not work, or when another person used it first. */
  expired: ReactNode;
  closed: ReactNode;
};

/** Behind the first-run link: the form that makes the first admin. */
export function SetupDoor({ needsApp, minimum, expired, closed }: SetupDoorProps) {
  const t = useTranslations('signIn.setup');
  const link = useLink(readSetup);
  if (link.kind === 'reading') return <LinkReading />;
  if (link.kind === 'fails') {
    if (link.problem.code === 'setup_closed') return closed;
    return isDeadLink(link.problem) ? expired : <LinkNotRead problem={link.problem} />;
  }
  return (
    <>
      <SignInHead title={t('title')} lead={t('lead')} />
      <SetupForm token={link.token} needsApp={needsApp} minimum={minimum} />
    </>
  );
}
