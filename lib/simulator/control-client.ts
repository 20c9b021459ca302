import { z } from 'zod';
import type { ProgramInput } from '#lib/simulator/fault.ts';
import type { ListingInput } from '#lib/simulator/listing.ts';
import type { Counters, WorldReading } from '#lib/simulator/state.ts';
import type { WireEntry } from '#lib/simulator/wire-log.ts';

/** A typed client of a simulator's control port. Every call throws with the simulator's sentence when it is refused. */
export function createControl(origin: string) {
  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${origin}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(z.object({ error: z.string() }).parse(answer).error);
    return answer as T; // the other end is our own control-server.ts, of the same commit
  }

  const world = () => call<WorldReading>('GET', '/world');
  return {
    /** The requests so far, in order of completion; `since` leaves out those up to that `n`. */
    log: (since = 0) => call<WireEntry[]>('GET', `/log?since=${since}`),
    world,
    /** What a number is bound to: null when cleared, undefined when nothing was ever applied. */
    async boundUrl(sdkAppId: string, number: string): Promise<string | null | undefined> {
      const { bindings } = await world();
      return bindings.find((binding) => binding.sdkAppId === sdkAppId && binding.number === number)
        ?.callbackUrl;
    },
    counters: () => call<Counters>('GET', '/counters'),
    malformed: () => call<{ name: string; rawBase64: string }[]>('GET', '/malformed'),
    addFault: async (program: ProgramInput) => (await call<{ id: number }>('POST', '/faults', program)).id,
    clearFaults: () => call<unknown>('DELETE', '/faults'),
    /** Lets held requests be applied and answered, oldest first. */
    release: async (count?: number) =>
      (await call<{ released: number }>('POST', '/release', { count })).released,
    setClock: (skewMs: number) => call<unknown>('POST', '/clock', { skewMs }),
    /** Uses up the shared quota as another user of the key would. */
    spend: async (requests: number) =>
      (await call<{ admitted: number }>('POST', '/spend', { requests })).admitted,
    /** Chooses what DescribeNumbers answers for an app, until the next reset. */
    setListing: (listing: ListingInput) => call<unknown>('POST', '/listing', listing),
    /** Empties log, bindings, faults, limiter and clock skew; held requests are dropped. */
    reset: () => call<unknown>('POST', '/reset'),
  };
}
