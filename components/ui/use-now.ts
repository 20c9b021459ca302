'use client';

import { useSyncExternalStore } from 'react';
import { now } from '#lib/server/clock.ts';

const listeners = new Set<() => void>();
let timer: number | undefined;
let current: number | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    current = now().getTime();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
    current = null;
  };
}

const snapshot = () => {
  current ??= now().getTime();
  return current;
};

/** Milliseconds of the browser's clock, ticking once a second for everybody; null while rendering on the server. */
export const useNow = (): number | null =>
  useSyncExternalStore<number | null>(subscribe, snapshot, () => null);
