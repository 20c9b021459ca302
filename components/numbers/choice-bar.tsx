'use client';

import { useTranslations } from 'use-intl';
import { carryChoice } from '#components/batches/new/source/handoff-choice.ts';
import type { Choosing } from '#components/numbers/use-choice.ts';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { chosenHref, newBatchHref } from '#lib/batches/initial-lines.ts';
import type { NumbersSearch } from '#lib/numbers/schema.ts';

/** What can be done with the chosen numbers. It lies over the edge of the window, so that no row moves for it. */
export default function ChoiceBar({ choosing, search }: { choosing: Choosing; search: NumbersSearch }) {
  const t = useTranslations('numbers.choose');
  const { choice, count, exact, total } = choosing;
  // An address says all that match; single numbers are more than an address holds.
  const isAll = choice.of !== null && choice.keys.size === 0;
  const carry = () => carryChoice({ search: choice.of, keys: [...choice.keys] });
  return (
    <section
      aria-label={t('bar')}
      className="sticky bottom-0 z-20 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-raised px-3 py-2.5 sm:px-5 shadow-lift"
    >
      <p className="figures text-sm font-medium">{t(exact ? 'count' : 'countAtLeast', { count })}</p>
      <Button look="quiet" size="sm" onClick={choosing.clear}>
        {t('clear')}
      </Button>
      {choice.of === null && total.count > count ? (
        <Button look="quiet" size="sm" onClick={choosing.takeAll}>
          {t(total.exact ? 'all' : 'allAtLeast', { count: total.count })}
        </Button>
      ) : null}
      <PageLink
        href={isAll ? newBatchHref(search) : chosenHref}
        onClickCapture={carry}
        className={buttonClass('primary', 'sm', 'ms-auto')}
      >
        {t(exact ? 'change' : 'changeAtLeast', { count })}
      </PageLink>
    </section>
  );
}
