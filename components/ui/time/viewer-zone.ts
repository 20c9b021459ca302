'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';

type ZoneChoice = {
  /** Times are shown in UTC and not in the viewer's own zone. */
  utc: boolean;
  /** The viewer's own zone as the server knows it: what their browser said last time. */
  onServer: string;
};

/** Without a choice: the viewer's own zone, which a server that has not met the browser takes for UTC. */
export const ZoneContext = createContext<ZoneChoice>({ utc: false, onServer: 'UTC' });

const subscribe = () => () => {};

/** The zone this browser is set to. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The viewer's own zone, whatever times are shown in. */
export function useLocalZone(): string {
  const { onServer } = useContext(ZoneContext);
  return useSyncExternalStore(subscribe, browserZone, () => onServer);
}

/** The zone that times are shown in and entered in. */
export function useViewerZone(): string {
  const local = useLocalZone();
  return useContext(ZoneContext).utc ? 'UTC' : local;
}
