'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { OverviewCard } from '#components/overview/overview-card.tsx';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import type { BindingState } from '#lib/domain/outcome.ts';
import { historyHref } from '#lib/history/href.ts';
import type { OutcomeSpan } from '#lib/overview/view.ts';

/** Always shown, for a nought is an answer too; what is under way only while there is some. */
const ends: readonly BindingState[] = ['bound', 'refused', 'unknown', 'denied'];
const underWay: readonly BindingState[] = ['sending', 'queued'];

/** How changes went. Each count leads to its rows. */
export function OutcomesCard({ spans }: { spans: readonly OutcomeSpan[] }) {
  const t = useTranslations('overview.outcomes');
  const some = (state: BindingState) => spans.some(({ counts }) => counts[state]);
  const states = [...ends, ...underWay.filter(some)];
  return (
    <OverviewCard title={t('title')} className="overflow-clip">
      <table className="mt-2 w-full border-collapse">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="border-b border-line text-xs text-ink-3">
          <tr>
            <th scope="col" className="py-2 ps-5 pe-3 text-start font-medium">
              {t('outcome')}
            </th>
            {spans.map(({ span }) => (
              <th key={span} scope="col" className="px-3 py-2 text-end font-medium last:pe-5">
                {t(span)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state} className="border-b border-line last:border-b-0">
              <th scope="row" className="py-1.5 ps-5 pe-3 text-start font-normal">
                <OutcomeBadge state={state} />
              </th>
              {spans.map((span) => (
                <td key={span.span} className="px-1 py-1.5 text-end last:pe-3">
                  <Count state={state} span={span} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {spans.every(({ exact }) => exact) ? null : (
        <p className="border-t border-line px-5 py-2 text-xs text-ink-2">
          {t('inexact', { limit: 100_000 })}
        </p>
      )}
    </OverviewCard>
  );
}

function Count({ state, span: { span, from, counts, exact } }: { state: BindingState; span: OutcomeSpan }) {
  const t = useTranslations('overview.outcomes');
  const outcome = useTranslations('ui.outcome')(state);
  const count = counts[state] ?? 0;
  if (count === 0) return <span className="figures px-2 text-lg text-ink-3">0</span>;
  const text = exact ? count.toLocaleString('en') : t('atLeast', { count });
  return (
    <PageLink
      href={historyHref({ outcome: [state], from })}
      aria-label={t('show', { count: text, outcome, span: t(span) })}
      className="figures inline-block rounded-sm px-2 py-0.5 text-lg font-semibold underline decoration-line-strong underline-offset-4 hover:bg-hover hover:decoration-ink pointer-coarse:py-2.5"
    >
      {text}
    </PageLink>
  );
}
