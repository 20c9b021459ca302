'use client';

import { useSyncExternalStore } from 'react';
import { serverNow } from '#lib/clock.ts';

const listeners = new Set<() => void>();
let timer: number | undefined;
let current: number | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    current = serverNow().getTime();
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
  current ??= serverNow().getTime();
  return current;
};

/** Milliseconds of the server's clock as this browser knows it, ticking once a second for everybody; null while rendering on the server. */
export const useNow = (): number | null =>
  useSyncExternalStore<number | null>(subscribe, snapshot, () => null);
