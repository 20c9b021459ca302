import { setTimeout as pause } from 'node:timers/promises';
import { paceOf } from '#lib/rate-limit/rate.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import { settledAfterMs, within } from '#scripts/bench/batches-figures.ts';

/** Somebody else's requests with the same key: half of the quota, evenly. */
const takenPerSecond = 10;
/** What they leave of 20. */
const left = 20 - takenPerSecond;
/** What we send while nobody else does. */
const ownPerSecond = paceOf(20);
const aloneMs = 10_000;
const sharedMs = 40_000;

/** From when to when somebody else sent, in ms since the epoch. */
type Shared = { fromMs: number; untilMs: number };

const nowMs = (): number => performance.timeOrigin + performance.now();

/** Comes after ten seconds, takes half of the quota for forty, and leaves. */
export async function takeHalf({ control }: Simulator): Promise<Shared> {
  await pause(aloneMs);
  const fromMs = nowMs();
  for (let spent = 1; nowMs() - fromMs < sharedMs; spent += 1) {
    await control.spend(1);
    await pause(Math.max(0, fromMs + spent * (1000 / takenPerSecond) - nowMs()));
  }
  return { fromMs, untilMs: nowMs() };
}

/** How fast the pace found what was left: after somebody came, while they sent, and after they had gone. */
export function describeSharing(acceptedMs: readonly number[], { fromMs, untilMs }: Shared): string {
  const endMs = Math.max(...acceptedMs);
  const came = settledAfterMs(acceptedMs, { fromMs, untilMs, left });
  const went = settledAfterMs(acceptedMs, { fromMs: untilMs, untilMs: endMs, left: ownPerSecond });
  const settledMs = fromMs + (came ?? 0);
  const mean = within(acceptedMs, settledMs, untilMs) / ((untilMs - settledMs) / 1000);
  const seconds = (ms: number | null) => (ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`);
  return `settled ${seconds(came)} after half of the quota was taken, then ${mean.toFixed(2)} of ${left} a second; settled ${seconds(went)} after it was given back`;
}
