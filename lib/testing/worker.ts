import type { Simulator } from '#lib/simulator/control.ts';
import { apps, providerOf } from '#lib/testing/console.ts';
import { type ReadyProcess, startReady } from '#lib/testing/ready-process.ts';

/** Starts scripts/worker.ts as `npm run worker` does, beside a console that sends to the same simulator. */
export const startWorker = (
  simulator: Simulator,
  env: Record<string, string | undefined>,
): Promise<ReadyProcess> =>
  startReady(['--conditions=react-server', 'scripts/worker.ts'], {
    env: { ...providerOf(simulator), CCC_SDK_APPS: apps, ...env },
    says: 'worker is ready',
  });
