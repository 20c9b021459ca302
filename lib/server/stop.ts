import { perProcess } from '#lib/server/per-process.ts';

type StopHook = { name: string; run: () => Promise<void> | void };

const hooks = (): StopHook[] => perProcess('stop-hooks', () => []);

/** Registers what has to happen before the process ends. Hooks run in the reverse order of registration. */
export function onStop(name: string, run: StopHook['run']): void {
  hooks().push({ name, run });
}

/** Runs every hook once, each with a part of the deadline; a hook that fails or hangs does not stop the rest. */
export async function runStopHooks(deadlineMs: number, report: (text: string) => void): Promise<void> {
  for (const hook of hooks().splice(0).reverse()) {
    const { promise: late, resolve } = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => resolve('late'), deadlineMs);
    try {
      const ended = await Promise.race([Promise.resolve(hook.run()).then(() => 'done' as const), late]);
      if (ended === 'late') report(`Stopping: ${hook.name} did not end within ${deadlineMs} ms.`);
    } catch (error) {
      report(`Stopping: ${hook.name} failed: ${error instanceof Error ? error.message : 'unknown error'}`);
    } finally {
      clearTimeout(timer);
    }
  }
}
