'use client';
'use no memo';

import { useTranslations } from 'use-intl';
import { useOwnPreferences } from '#components/providers/preferences-provider.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { zoneName } from '#components/ui/time/time-text.ts';
import { useLocalZone } from '#components/ui/time/viewer-zone.ts';
import { serverNow } from '#lib/clock.ts';

/** Times in the viewer's own zone or in UTC, everywhere in the console. */
export function ZoneSwitch() {
  const t = useTranslations('preferences.zone');
  const { preferences, change } = useOwnPreferences();
  const zone = useLocalZone();
  const offset = zoneName(serverNow(), zone);
  return (
    <Segments
      label={t('label')}
      value={preferences.zone ?? 'local'}
      options={[
        offset === 'UTC'
          ? { value: 'local', text: t('local') }
          : { value: 'local', text: t('localIn', { zone: offset }), short: offset },
        { value: 'utc', text: t('utc') },
      ]}
      onChoose={(choice) => change({ zone: choice })}
    />
  );
}
