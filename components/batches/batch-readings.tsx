'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useGroupName } from '#components/batches/number-group.ts';
import type { BatchView } from '#lib/batches/view.ts';

/** Who decided that which lines are read as what, where their numbers can mean several things. */
export function BatchReadings({ batch: { readings, actor } }: { batch: BatchView }) {
  const t = useTranslations('numberGroup');
  const nameOf = useGroupName();
  const others = new Intl.ListFormat(useLocale(), { type: 'disjunction' });
  if (readings.length === 0) return null;
  return (
    <ul className="figures text-sm text-ink-2">
      {readings.map(({ question, group, count }) => (
        <li key={question}>
          {t('decided', {
            count,
            name: actor.name,
            group: nameOf(group),
            others: others.format(
              question
                .split('|')
                .filter((each) => each !== group)
                .map(nameOf),
            ),
          })}
        </li>
      ))}
    </ul>
  );
}
