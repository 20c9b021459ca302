import type { History } from '#scripts/campaign/history-facts.ts';
import type { Kill } from '#scripts/campaign/kill-victim.ts';

/**
 * After a restart nothing may be sent for so long while lines wait. What was cut is settled so long after the kill, in ms:
 * while others are killed too it may take until one of them lives to look.
 */
export const longestMs = { nextSend: 15_000, settled: 30_000, settledInPeace: 15_000 } as const;

type Campaign = { kills: readonly Kill[]; history: History; peaceFromMs: number };

export type Figures = {
  /** After each restart, while lines waited: how long until the next request arrived. Without those killed before that. */
  nextSendMs: number[];
  /** How long after a kill the attempts it cut were settled as unknown, by whoever came first. */
  settledMs: number[];
  /** Those of them that were settled after the last kill, by processes that lived on. */
  settledInPeaceMs: number[];
};

export function measure({ kills, history, peaceFromMs }: Campaign): Figures {
  const arrivedAtMs = history.arrivals.map((arrival) => arrival.arrivedAtMs).sort((a, b) => a - b);
  const workWaited = makeLookForWork(history);
  const restartedAtMs = kills.flatMap(({ readyAtMs }) => readyAtMs ?? []).sort((a, b) => a - b);
  const nextSendMs = restartedAtMs.flatMap((atMs, index) => {
    const nextMs = arrivedAtMs.find((at) => at >= atMs) ?? Number.POSITIVE_INFINITY;
    const killedFirst = (restartedAtMs[index + 1] ?? Number.POSITIVE_INFINITY) <= nextMs;
    return killedFirst || !workWaited(atMs) ? [] : [nextMs - atMs];
  });
  const killedAtMs = kills.map((kill) => kill.killedAtMs).sort((a, b) => a - b);
  const cut = history.attempts.flatMap(({ code, committedAtMs, finishedAtMs }) => {
    const killed = killedAtMs.find((at) => at >= committedAtMs);
    const isCut = code === 'Unknown.Interrupted' && killed !== undefined && finishedAtMs !== null;
    return isCut ? [{ finishedAtMs, openMs: finishedAtMs - killed }] : [];
  });
  const inPeace = cut.filter(({ finishedAtMs }) => finishedAtMs >= peaceFromMs);
  const openMsOf = (rows: typeof cut) => rows.map(({ openMs }) => openMs);
  return { nextSendMs, settledMs: openMsOf(cut), settledInPeaceMs: openMsOf(inPeace) };
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

/** Whether the campaign went as it must: every promise kept, and in time. */
export const isGood = ({ violations }: { violations: readonly unknown[] }, figures: Figures): boolean =>
  violations.length === 0 &&
  Math.max(...figures.nextSendMs) <= longestMs.nextSend &&
  Math.max(...figures.settledMs) <= longestMs.settled &&
  Math.max(...figures.settledInPeaceMs) <= longestMs.settledInPeace;
