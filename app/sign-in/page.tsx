import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MoreMessages } from '#components/providers/messages-provider.tsx';
import { SetUpSteps } from '#components/sign-in/set-up-steps.tsx';
import { SignInForm } from '#components/sign-in/sign-in-form.tsx';
import { SignInLayout } from '#components/sign-in/sign-in-layout.tsx';
import { findViewer } from '#lib/auth/access.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { hasAdmin } from '#lib/auth/setup.ts';
import { getContext } from '#lib/entry/get-context.ts';
import { getTranslator, requestLocale } from '#lib/entry/locale.ts';
import { messagesFor } from '#lib/i18n/catalogue.ts';
import { paths } from '#lib/paths.ts';

type Search = Promise<{ next?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await requestLocale(), 'signIn')('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const [search, viewer, locale] = await Promise.all([searchParams, findViewer(), requestLocale()]);
  const next = safeNext(search.next);
  if (viewer) redirect(next ?? paths.home);
  const t = getTranslator(locale, 'signIn');
  // Before set-up nobody has an account, so a sign-in form would be of no use.
  if (!(await hasAdmin((await getContext()).db))) {
    return (
      <SignInLayout title={t('notSetUp.title')} wide>
        <SetUpSteps t={t} reloadHref={paths.signIn(next ?? undefined)} />
      </SignInLayout>
    );
  }
  return (
    <SignInLayout title={t('title')}>
      <MoreMessages locale={locale} messages={messagesFor(locale, ['signIn'])}>
        <SignInForm next={next} />
      </MoreMessages>
    </SignInLayout>
  );
}
