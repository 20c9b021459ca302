'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { InvitationForm } from '#components/sign-in/invitation-form.tsx';
import { isDeadLink, LinkNotRead, LinkReading } from '#components/sign-in/link-message.tsx';
import { SignInHead } from '#components/sign-in/sign-in-head.tsx';
import { useLink } from '#components/sign-in/use-link.ts';
import { readInvitation } from '#lib/people/actions.ts';

type InvitationDoorProps = { minimum: number; expired: ReactNode };

/** Behind a one-time link: whose password it sets, and the form to set it. `expired` stands where it does not work. */
export function InvitationDoor({ minimum, expired }: InvitationDoorProps) {
  const t = useTranslations('signIn.invitation');
  const link = useLink(readInvitation);
  if (link.kind === 'reading') return <LinkReading />;
  if (link.kind === 'fails')
    return isDeadLink(link.problem) ? expired : <LinkNotRead problem={link.problem} />;
  const { name, email } = link.facts;
  return (
    <>
      <SignInHead title={t('title', { name })} lead={t('lead', { email })} />
      <InvitationForm token={link.token} email={email} minimum={minimum} />
    </>
  );
}
