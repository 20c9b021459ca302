import { log } from '#lib/server/log.ts';

type Repeated = { do: () => Promise<unknown>; everyMs: number };

/**
 * Does something every `everyMs`, first after that time, without keeping the process alive. While one act runs, further ticks
 * are skipped and not saved up. The act has to deal with its own failures (`orSay`). Returns the function that ends it: nothing
 * starts after the call, and its promise resolves when the act under way is done.
 */
export function repeat({ do: act, everyMs }: Repeated): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    running ??= act().finally(() => {
      running = null;
    });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** The same act, whose failure is told to the log as `what` and goes no further. */
export function orSay(act: () => Promise<unknown>, what: string): () => Promise<void> {
  return async () => {
    try {
      await act();
    } catch (error) {
      log.error({ name: error instanceof Error ? error.name : 'unknown' }, what);
    }
  };
}
