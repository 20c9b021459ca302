/** Requests that wait to be applied later: a change that arrives after the client has given up. */
export function createHoldingPen() {
  let waiting: { release: () => void; timer: NodeJS.Timeout | null }[] = [];
  return {
    /** Resolves on release, or after `ms`. Never resolves for what was dropped. */
    hold: (ms?: number): Promise<void> =>
      new Promise((resolve) => {
        waiting.push({ release: resolve, timer: ms === undefined ? null : setTimeout(resolve, ms) });
      }),
    /** Lets the oldest `count` go, all by default, in the order of arrival. Returns how many there were. */
    release(count = waiting.length): number {
      const released = waiting.splice(0, count);
      for (const { release, timer } of released) {
        if (timer) clearTimeout(timer);
        release();
      }
      return released.length;
    },
    drop() {
      for (const { timer } of waiting) if (timer) clearTimeout(timer);
      waiting = [];
    },
  };
}
