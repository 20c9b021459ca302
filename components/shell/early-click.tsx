'use client';
'use no memo';

import { type MouseEvent, type ReactNode, useEffect } from 'react';

/** Later than this after the press, in ms, something else may be wanted by now. */
const patienceMs = 10_000;
const betweenTriesMs = 50;

type EarlyClick = { button: HTMLElement; atMs: number };

type Early = { last?: EarlyClick | undefined; again?: boolean; done?: boolean };

const earlyHere = () => (window as { patchboardEarly?: Early }).patchboardEarly;

/**
 * Presses that button until React has heard it: what is pressed before its part of the page is alive is dropped, and a
 * part whose code comes later is alive later than the page around it. React calls a handler of an element around the
 * button for exactly those presses that it hands to the button, so that no press is taken twice.
 */
export function EarlyClick({ children }: { children: ReactNode }) {
  useEffect(() => {
    const early = earlyHere();
    if (!early) return;
    const tryAgain = () => {
      const { last } = early;
      if (!last) return;
      if (!last.button.isConnected || performance.now() - last.atMs > patienceMs) {
        early.last = undefined;
        return;
      }
      early.again = true;
      last.button.click();
      early.again = false;
    };
    const trying = window.setInterval(tryAgain, betweenTriesMs);
    const stop = () => {
      window.clearInterval(trying);
      early.done = true;
      early.last = undefined;
    };
    const end = window.setTimeout(stop, patienceMs);
    return () => {
      window.clearTimeout(end);
      stop();
    };
  }, []);
  const hear = ({ target }: MouseEvent) => {
    const early = earlyHere();
    if (early?.last?.button.contains(target as Node)) early.last = undefined;
  };
  return (
    <div role="presentation" className="contents" onClickCapture={hear}>
      {children}
    </div>
  );
}
