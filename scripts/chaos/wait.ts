import { setTimeout as pause } from 'node:timers/promises';

export const wait = (ms: number): Promise<void> => pause(ms);

/** Asks until there is an answer, then gives it; null means not yet. Rejects after `withinMs` with what it waited for. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
  { withinMs = 60_000, everyMs = 50 } = {},
): Promise<T> {
  const endsAt = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > endsAt) throw new Error(`Waited ${withinMs} ms for ${what}.`);
    await pause(everyMs);
  }
}
