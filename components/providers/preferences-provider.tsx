'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { setPreferenceCookie } from '#components/ui/preference-cookie.ts';
import { browserZone, ZoneContext } from '#components/ui/time/viewer-zone.ts';
import { mergePatch } from '#lib/domain/merge-patch.ts';
import { zoneCookie } from '#lib/domain/zone-name.ts';
import type { Preferences, PreferencesChange } from '#lib/preferences/schema.ts';

type OwnPreferences = {
  preferences: Preferences;
  /** Takes effect at once and is kept a moment later. */
  change: (change: PreferencesChange) => void;
};

const OwnContext = createContext<OwnPreferences>({ preferences: {}, change: () => {} });

/** What the viewer has chosen for themselves, and how to choose something else. */
export const useOwnPreferences = (): OwnPreferences => useContext(OwnContext);

type ProviderProps = {
  /** As the server read them with the page. */
  initial: Preferences;
  /** The browser's zone as its cookie told; null on the first visit. */
  knownZone: string | null;
  children: ReactNode;
};

export function PreferencesProvider({ initial, knownZone, children }: ProviderProps) {
  const [preferences, setPreferences] = useState(initial);

  useEffect(() => {
    if (browserZone() !== knownZone) setPreferenceCookie(zoneCookie, browserZone());
  }, [knownZone]);

  const change = (wanted: PreferencesChange) => {
    // A change is of the shape of what it changes, so what comes of it is too.
    setPreferences((before) => mergePatch(before, wanted) as Preferences);
    // Where this cannot be loaded the choice holds for this page, as where it cannot be stored.
    import('#components/providers/save-preferences.ts').then(
      ({ saveSoon }) => saveSoon(wanted),
      () => null,
    );
  };
  return (
    <OwnContext value={{ preferences, change }}>
      <ZoneContext value={{ utc: preferences.zone === 'utc', onServer: knownZone ?? 'UTC' }}>
        {children}
      </ZoneContext>
    </OwnContext>
  );
}
