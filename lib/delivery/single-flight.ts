import { processSingleton } from '#lib/server/process-singleton.ts';

const flights = (): Map<string, Promise<unknown>> => processSingleton('bind-flights', () => new Map());

/**
 * Lets callers with the same key share one run while it lasts. The database alone decides what is sent; this only
 * spares it fifty transactions for fifty clicks.
 */
export function singleFlight<T>(key: string, run: () => Promise<T>): Promise<T> {
  const running = flights().get(key) as Promise<T> | undefined; // a key belongs to one kind of run
  if (running) return running;
  const flight = run().finally(() => flights().delete(key));
  flights().set(key, flight);
  return flight;
}

/** Resolves when every run of now is over, well or badly. */
export async function flightsOver(): Promise<void> {
  await Promise.allSettled(flights().values());
}
