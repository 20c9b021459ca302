'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { paths } from '#lib/paths.ts';

/** Signing in comes back to the page that asked, with its search. */
const here = (): string =>
  typeof location === 'undefined' ? paths.home : `${location.pathname}${location.search}`;

/** What helps where sending again cannot: signing in, or a reload after an update. Null for other problems. */
export function ProblemWayOn({ problem: { code } }: { problem: Problem }) {
  const t = useTranslations('ui');
  if (code === 'signed_out')
    return (
      <a href={paths.signIn(here())} className={buttonClass('plain', 'sm')}>
        {t('signInAndBack')}
      </a>
    );
  if (code !== 'stale') return null;
  return (
    <Button size="sm" onClick={() => window.location.reload()}>
      {t('reload')}
    </Button>
  );
}
