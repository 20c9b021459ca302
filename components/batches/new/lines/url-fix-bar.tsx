'use client';

import { useTranslations } from 'use-intl';
import type { UrlFixGroup } from '#components/batches/new/lines/url-fix-groups.ts';
import { Button } from '#components/ui/button.tsx';

type UrlFixBarProps = { groups: readonly UrlFixGroup[]; onFix: (group: UrlFixGroup) => void };

/** What is odd about the URLs of many lines alike, each with the press that corrects all of them. Nothing is corrected by itself. */
export function UrlFixBar({ groups, onFix }: UrlFixBarProps) {
  const t = useTranslations('newBatch.urlFixes');
  if (groups.length === 0) return null;
  return (
    <section
      aria-label={t('title')}
      className="grid gap-2.5 rounded-md border border-warn/30 bg-warn-soft px-3 py-2.5"
    >
      {groups.map((group) => (
        <div
          key={group.code}
          className="grid items-center gap-x-3 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <p className="figures font-medium">{t(`about.${group.code}`, { count: group.count })}</p>
            <p className="line-clamp-2 text-sm break-all text-ink-2">
              <span>{t('example')}</span>{' '}
              <span translate="no" className="font-mono">
                {group.example}
              </span>
            </p>
          </div>
          <Button size="sm" className="justify-self-start" onClick={() => onFix(group)}>
            {t(group.code === 'url_ends_in_mark' ? 'takeOff' : 'use', { count: group.count })}
          </Button>
        </div>
      ))}
    </section>
  );
}
