import { quantile } from '#scripts/bench/figures.ts';
import type { History } from '#scripts/campaign/history-facts.ts';
import type { Kill } from '#scripts/campaign/kill-victim.ts';

/** No restart may be followed by a longer silence while lines wait, and nothing that was cut stays open for longer, in ms. */
export const longestMs = { nextSend: 15_000, settled: 30_000 } as const;

export type Figures = {
  /** After each restart, while lines waited: how long until the next request arrived. Without those killed before that. */
  nextSendMs: number[];
  /** How long after a kill the attempts it cut were settled as unknown, by whoever came first. */
  settledMs: number[];
};

export function measure(kills: readonly Kill[], history: History): Figures {
  const arrivedAtMs = history.arrivals.map((arrival) => arrival.arrivedAtMs).sort((a, b) => a - b);
  const workWaited = makeLookForWork(history);
  const restartedAtMs = kills.flatMap(({ readyAtMs }) => readyAtMs ?? []).sort((a, b) => a - b);
  const nextSendMs = restartedAtMs.flatMap((atMs, index) => {
    const nextMs = arrivedAtMs.find((at) => at >= atMs) ?? Number.POSITIVE_INFINITY;
    const killedFirst = (restartedAtMs[index + 1] ?? Number.POSITIVE_INFINITY) <= nextMs;
    return killedFirst || !workWaited(atMs) ? [] : [nextMs - atMs];
  });
  const killedAtMs = kills.map((kill) => kill.killedAtMs).sort((a, b) => a - b);
  const settledMs = history.attempts.flatMap(({ code, committedAtMs, finishedAtMs }) => {
    const killed = killedAtMs.find((at) => at >= committedAtMs);
    return code === 'Unknown.Interrupted' && killed && finishedAtMs ? [finishedAtMs - killed] : [];
  });
  return { nextSendMs, settledMs };
}

/** Tells of a moment whether a line that had been stored before it was sent for the first time after it. */
function makeLookForWork({ bindings, attempts }: History): (atMs: number) => boolean {
  const firstAtMs = new Map(
    attempts.filter(({ n }) => n === 1).map(({ bindingId, committedAtMs }) => [bindingId, committedAtMs]),
  );
  const lines = bindings
    .filter(({ batchId }) => batchId !== null)
    .map(({ id, createdAtMs }) => ({ createdAtMs, sentAtMs: firstAtMs.get(id) ?? 0 }));
  return (atMs) => lines.some(({ createdAtMs, sentAtMs }) => createdAtMs < atMs && sentAtMs > atMs);
}

export const spreadOf = (figures: readonly number[]): string =>
  [0.5, 0.99, 1].map((share) => Math.round(quantile(figures, share))).join(' / ');
