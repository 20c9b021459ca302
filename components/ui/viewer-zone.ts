'use client';

import { useSyncExternalStore } from 'react';

const subscribe = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The viewer's time zone. The server does not know it, so the first render says UTC and the browser corrects it. */
export const useViewerZone = (): string => useSyncExternalStore(subscribe, browserZone, () => 'UTC');
