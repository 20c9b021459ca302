import PQueue from 'p-queue';
import type { Simulator } from '#lib/simulator/control.ts';
import type { Sent } from '#scripts/bench/batches-figures.ts';
import { sdkClient } from '#scripts/bench/sdk-client.ts';
import type { Wanted } from '#scripts/campaign/batch-client.ts';

type Bind = (wanted: Wanted) => Promise<void>;

/** The official SDK sends once and repeats nothing by itself. */
async function bindEach(
  { endpoint, credentials }: Simulator,
  lines: readonly Wanted[],
  arrange: (bind: Bind) => Bind,
): Promise<Sent> {
  const client = sdkClient({ port: Number(new URL(endpoint).port), ...credentials });
  const told = new Set<string>();
  const bind = arrange(async ({ number, callbackUrl }) => {
    const parameters = { SdkAppId: 1_400_000_000, Number: number, CallInInterface: { URL: callbackUrl } };
    await client.BindNumberCallInInterface({ ...parameters, NumberType: 'number' });
    told.add(number);
  });
  const startMs = performance.now();
  await Promise.allSettled(lines.map(bind));
  return { told, wallMs: performance.now() - startMs };
}

/** As a script does at first: everything at once. */
export const sendAtOnce = (simulator: Simulator, lines: readonly Wanted[]) =>
  bindEach(simulator, lines, (bind) => bind);

/** As a careful script does: behind a queue that starts twenty a second. */
export function sendQueued(simulator: Simulator, lines: readonly Wanted[]) {
  const queue = new PQueue({ interval: 1_000, intervalCap: 20 });
  return bindEach(simulator, lines, (bind) => (wanted) => queue.add(() => bind(wanted)));
}
