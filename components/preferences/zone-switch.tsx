'use client';

import { useTranslations } from 'use-intl';
import { useOwnPreferences } from '#components/preferences/preferences-provider.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { zoneName } from '#components/ui/time-text.ts';
import { useLocalZone } from '#components/ui/viewer-zone.ts';
import { now } from '#lib/server/clock.ts';

/** Times in the viewer's own zone or in UTC, everywhere in the console (H8). */
export function ZoneSwitch() {
  const t = useTranslations('preferences.zone');
  const { preferences, change } = useOwnPreferences();
  const zone = useLocalZone();
  const zones = ['local', 'utc'] as const;
  const local = zoneName(now(), zone);
  return (
    <Segments
      label={t('label')}
      value={preferences.zone ?? 'local'}
      options={zones.map((value) => ({
        value,
        text: value === 'utc' ? t('utc') : local === 'UTC' ? t('local') : t('localIn', { zone: local }),
      }))}
      onChoose={(choice) => change({ zone: choice })}
    />
  );
}
