import { log } from '#lib/server/log.ts';

type Repeated = { do: () => Promise<unknown>; everyMs: number };

/**
 * Does something every `everyMs`, from then on and never twice at once, without keeping the process alive. It has to deal
 * with its own failures (`orSay`). Gives back what ends it, which waits for what is under way.
 */
export function repeat({ do: act, everyMs }: Repeated): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(act);
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
