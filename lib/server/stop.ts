import { processSingleton } from '#lib/server/process-singleton.ts';

type StopHook = { name: string; when: 'at once' | 'at the end'; run: () => Promise<void> | void };

const hooks = (): StopHook[] => processSingleton('stop-hooks', () => []);

/**
 * Registers what has to happen before the process ends: `at once` for what begins work by itself, which ends while people are
 * still answered; `at the end` for what they stand on. Hooks run in the reverse order of registration.
 */
export function onStop(name: string, run: StopHook['run'], when: StopHook['when'] = 'at the end'): void {
  hooks().push({ name, when, run });
}

type Stopping = { when?: StopHook['when']; deadlineMs: number; report: (text: string) => void };

/** Runs every hook once, or those `at once` only, each with a part of the deadline; one that fails or hangs stops no other. */
export async function runStopHooks({ when, deadlineMs, report }: Stopping): Promise<void> {
  const all = hooks().splice(0);
  hooks().push(...all.filter((hook) => when !== undefined && hook.when !== when));
  for (const hook of all.filter((each) => when === undefined || each.when === when).reverse()) {
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
