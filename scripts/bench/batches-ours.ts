import type { Simulator } from '#lib/simulator/control.ts';
import { type Place, startConsoles } from '#scripts/bench/batches-consoles.ts';
import type { Sent } from '#scripts/bench/batches-figures.ts';
import { describeSharing, takeHalf } from '#scripts/bench/batches-outsider.ts';
import { rounded } from '#scripts/bench/figures.ts';
import { cpuSeconds } from '#scripts/bench/process-cost.ts';
import type { Seat } from '#scripts/campaign/action-client.ts';
import {
  planBatch,
  readLines,
  startPlanned,
  type Wanted,
  watchBatch,
} from '#scripts/campaign/batch-client.ts';

/** Starts a batch as the page does, watches it to its end, and asks for every line. */
export async function sendBatch(at: Seat, lines: readonly Wanted[]): Promise<Sent> {
  const startMs = performance.now();
  const id = await startPlanned(at, await planBatch(at, lines));
  await watchBatch(at, id);
  const wallMs = performance.now() - startMs;
  const bound = (await readLines(at, id)).filter(({ binding }) => binding.state === 'bound');
  return { wallMs, told: new Set(bound.map(({ binding }) => binding.number)) };
}

/** A batch while nobody else does anything. */
export async function sendAlone(simulator: Simulator, lines: readonly Wanted[], place: Place): Promise<Sent> {
  const { at, pid, stop } = await startConsoles(simulator, place);
  try {
    const [before, startMs] = [cpuSeconds(pid), performance.now()];
    const sent = await sendBatch(at, lines);
    const share = (cpuSeconds(pid) - before) / ((performance.now() - startMs) / 1000);
    return { ...sent, notes: [`the first server computed ${rounded(share * 100, 0)} % of the time`] };
  } finally {
    await stop();
  }
}

/** A batch while somebody else takes half of the quota for some time. */
export async function sendBesideOutsider(
  simulator: Simulator,
  lines: readonly Wanted[],
  place: Place,
): Promise<Sent> {
  const { at, stop } = await startConsoles(simulator, place);
  try {
    const [sent, shared] = await Promise.all([sendBatch(at, lines), takeHalf(simulator)]);
    const accepted = (await simulator.control.log()).filter(({ verdict }) => verdict === 'ok');
    const times = accepted.map(({ arrivedAtMs }) => arrivedAtMs);
    return { ...sent, notes: [describeSharing(times, shared)] };
  } finally {
    await stop();
  }
}
