type Held = { release: () => void; timer: NodeJS.Timeout | null };

/** Requests that wait to be applied later: a change that arrives after the client has given up. */
export function createHoldingPen() {
  let waiting: Held[] = [];
  function letGo(held: Held): void {
    waiting = waiting.filter((other) => other !== held);
    if (held.timer) clearTimeout(held.timer);
    held.release();
  }
  return {
    /** Resolves on release, or after `ms`. Never resolves for what was dropped. */
    hold: (ms?: number): Promise<void> =>
      new Promise((release) => {
        const held: Held = { release, timer: null };
        waiting.push(held);
        if (ms !== undefined) held.timer = setTimeout(() => letGo(held), ms);
      }),
    /** Lets the oldest `count` go, all by default, in the order of arrival. Returns how many there were. */
    release(count = waiting.length): number {
      const released = waiting.slice(0, count);
      for (const held of released) letGo(held);
      return released.length;
    },
    drop() {
      for (const { timer } of waiting) if (timer) clearTimeout(timer);
      waiting = [];
    },
  };
}
