import 'server-only';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { perProcess } from '#lib/server/per-process.ts';

/**
 * Against a session that floods us, not against a busy person: a hundred requests a second for ten seconds.
 * Counted by each process for itself, which costs no write.
 */
const limit = { points: 1000, duration: 10 };

/** True while a session keeps within its pace. */
export async function withinPace(sessionId: string): Promise<boolean> {
  try {
    await perProcess('action-pace', () => new RateLimiterMemory(limit)).consume(sessionId);
    return true;
  } catch (refusal) {
    // Not told by its class: routes and actions each have a copy of the library, and the limiter is of one of them.
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}
