'use client';
'use no memo';

import { Columns3, Pause, Play, Radio } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LiveMode } from '#components/history/use-live.ts';
import { ZoneSwitch } from '#components/history/zone-switch.tsx';
import { Button } from '#components/ui/button.tsx';
import { lazyWithRetry, preload } from '#components/ui/lazy/lazy-with-retry.tsx';
import { announce } from '#components/ui/live-region.tsx';
import { MenuPanel } from '#components/ui/menu-panel.tsx';

const loadPanel = () => import('#components/history/columns-panel.tsx');
const ColumnsPanel = lazyWithRetry(loadPanel);

type TableToolsProps = {
  /** Null where nothing new can come. */
  live: LiveMode | null;
  onLive: (mode: LiveMode) => void;
};

/** How the table is shown: the zone of its times, its columns, and whether new rows come by themselves. */
export function TableTools({ live, onLive }: TableToolsProps) {
  const t = useTranslations('preferences');
  const turn = (mode: LiveMode) => {
    onLive(mode);
    if (mode !== 'off') announce(t(`live.${mode}`));
  };
  return (
    <fieldset
      className="ms-auto flex flex-wrap items-center gap-2"
      onPointerEnter={() => preload(loadPanel)}
      onFocus={() => preload(loadPanel)}
    >
      <legend className="sr-only">{t('tools')}</legend>
      {live === 'running' || live === 'paused' ? (
        <Button size="sm" look="quiet" onClick={() => turn(live === 'paused' ? 'running' : 'paused')}>
          {live === 'paused' ? (
            <Play aria-hidden className="size-3.5" />
          ) : (
            <Pause aria-hidden className="size-3.5" />
          )}
          <span>{live === 'paused' ? t('live.resume') : t('live.pause')}</span>
        </Button>
      ) : null}
      {live === null ? null : (
        <Button
          size="sm"
          aria-pressed={live !== 'off'}
          title={t('live.title')}
          className={live === 'off' ? '' : 'border-accent! bg-accent-soft! text-accent!'}
          onClick={() => turn(live === 'off' ? 'running' : 'off')}
        >
          <Radio aria-hidden className="size-3.5" />
          <span>{t('live.label')}</span>
        </Button>
      )}
      <ZoneSwitch />
      <MenuPanel
        size="sm"
        align="end"
        label={t('columns.open')}
        icon={<Columns3 aria-hidden className="size-3.5" />}
      >
        <ColumnsPanel />
      </MenuPanel>
    </fieldset>
  );
}
