import type { useTranslations } from 'use-intl';
import { MessagePage } from '#components/shell/message-page.tsx';
import type { Problem } from '#lib/domain/problem.ts';

type PacedPageProps = { problem: Problem; href: string; t: ReturnType<typeof useTranslations<'shell'>> };

/** Instead of a page whose reader has read very many rows: it is asked for again by itself when the wait is over. */
export function PacedPage({ problem, href, t }: PacedPageProps) {
  return (
    <>
      <meta httpEquiv="refresh" content={String(Math.max(1, Number(problem.params?.seconds ?? 1)))} />
      <MessagePage
        title={t('reading.title')}
        text={t('reading.text')}
        action={{ href, label: t('reading.again') }}
      />
    </>
  );
}
