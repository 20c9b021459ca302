import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { processSingleton } from '#lib/server/process-singleton.ts';

export type Pace = 'reads' | 'writes';

/**
 * Of one person, through however many sessions, in this many seconds. Against somebody who floods the console, not against a
 * busy person: the pages of one person ask a few times a second, and the provider takes 20 changes a second of everybody together.
 * Counted by each process for itself, which costs no write; so n servers let through n times as much.
 */
const limits = {
  reads: { points: 1000, duration: 10 },
  writes: { points: 200, duration: 10 },
} as const satisfies Record<Pace, { points: number; duration: number }>;

/** Counts one request. Null while the person keeps within the pace, else the seconds after which they may go on. */
export async function secondsUntilAllowed(personId: string, pace: Pace): Promise<number | null> {
  const limiter = processSingleton(`pace of ${pace}`, () => new RateLimiterMemory(limits[pace]));
  try {
    await limiter.consume(personId);
    return null;
  } catch (refusal) {
    // Not told by its class: routes and actions each have a copy of the library, and the limiter is of one of them.
    if (refusal instanceof Error) throw refusal;
    return Math.max(1, Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000));
  }
}
