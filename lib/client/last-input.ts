import { monotonicMs } from '#lib/clock.ts';

/** After this much time without a key, a press, a scroll or a touch a page reads in the background, in ms. */
const inputCountsForMs = 60_000;

const inputs = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

/** The page was just opened by somebody. */
let lastInputAt = monotonicMs();

if (typeof window !== 'undefined') {
  const note = () => {
    lastInputAt = monotonicMs();
  };
  for (const input of inputs) window.addEventListener(input, note, { capture: true, passive: true });
}

/** True when nobody has touched this page for a minute. */
export const isUnattended = (): boolean => monotonicMs() - lastInputAt > inputCountsForMs;
