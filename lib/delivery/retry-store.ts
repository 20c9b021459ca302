import 'server-only';
import { monotonicMs } from '#lib/clock.ts';
import { settleBudgetMs } from '#lib/delivery/limits.ts';
import { log } from '#lib/server/log.ts';
import { wait } from '#lib/server/wait.ts';

/**
 * Stores something about a request that may have left already: tries until it works, or until `settleBudgetMs` is over
 * and gives undefined. The attempt's lease ends soon after, and recovery settles it as unknown.
 */
export async function retryStore<T>(bindingId: string, store: () => Promise<T>): Promise<T | undefined> {
  const startedMs = monotonicMs();
  for (let tries = 1; ; tries += 1) {
    try {
      return await store();
    } catch (error) {
      if (tries === 1) log.warn({ bindingId, cause: causeOf(error) }, 'an outcome is not stored yet');
      if (monotonicMs() - startedMs > settleBudgetMs) return undefined;
      await wait(Math.min(100 * tries, 500));
    }
  }
}

/** The driver's own words. Those of the query builder repeat every parameter, callback URLs among them. */
const causeOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : 'unknown';
