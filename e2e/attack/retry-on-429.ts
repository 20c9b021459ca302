import { setTimeout as pause } from 'node:timers/promises';

/** A fast machine asks more than a session may; whoever is told so waits, and asks again. */
export async function retryOn429(ask: () => Promise<string | null>): Promise<string | null> {
  for (let tries = 1; ; tries += 1) {
    const found = await ask().catch((error: Error) => error.message);
    if (tries === 30 || !found?.includes('too_many_requests')) return found;
    await pause(500);
  }
}
