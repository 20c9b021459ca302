import { setTimeout as pause } from 'node:timers/promises';
import type { FailPoint } from '#lib/server/fail-point.ts';
import { isAlive, kill } from '#lib/testing/ready-process.ts';
import { beginLife, type Ground, type Life } from '#scripts/campaign/kill-life.ts';
import { type Fate, nameOf, type Victim } from '#scripts/campaign/kill-plan.ts';

/** One process from its start to its end. Moments are milliseconds of this machine's wall clock. */
export type Kill = {
  victim: Victim;
  place: string;
  startedAtMs: number;
  /** Null when it was killed before it was ready. */
  readyAtMs: number | null;
  killedAtMs: number;
};

/** So long a process gets to come to its place; people are asked to lead it there. */
const patienceMs = 12_000;
/** So many may come too late for their place, and one in twenty more, before nothing seems to lead there. */
const mostMisses = 5;
/** Longer than any start takes, also where ten programs share a core. */
const startLimitMs = 180_000;

type Loop = {
  ground: Ground;
  /** Places at which processes of now are to die. */
  wanted: Set<FailPoint>;
  /** Aborted when a loop has failed, so that the others end too. */
  over: AbortController;
  onKill: (kill: Kill) => void;
};

/**
 * Starts the process anew for each of its fates and kills it there with SIGKILL. A process that did not come to its place is
 * killed all the same, and the place has another turn later.
 */
export async function killOverAndOver(
  victim: Victim,
  fates: readonly Fate[],
  { ground, wanted, over, onKill }: Loop,
): Promise<void> {
  const waiting = [...fates];
  let misses = 0;
  for (let fate = waiting.shift(); fate !== undefined && !over.signal.aborted; fate = waiting.shift()) {
    const { kill, missed } = await liveAndDie(victim, fate, { ground, wanted }).catch((error: unknown) => {
      over.abort();
      throw error;
    });
    onKill(kill);
    if (!missed) continue;
    misses += 1;
    if (misses > mostMisses + fates.length / 20)
      throw new Error(`No ${victim} ever comes to ${nameOf(fate)}.`);
    waiting.push(fate);
  }
}

async function liveAndDie(
  victim: Victim,
  fate: Fate,
  { ground, wanted }: { ground: Ground; wanted: Set<FailPoint> },
): Promise<{ kill: Kill; missed: boolean }> {
  const startedAtMs = Date.now();
  const place = 'place' in fate ? fate.place : null;
  const life = beginLife(victim, ground, 'place' in fate ? `${fate.place}:${fate.visit}` : null);
  let readyAtMs: number | null = null;
  const ready = life.ready.then((at) => {
    readyAtMs = at;
  });
  if (place !== null) wanted.add(place);
  try {
    const dead = life.ended.then(() => 'dead' as const);
    const early = 'after' in fate && fate.after === 'start' ? pause(fate.ms) : ready;
    const late = pause(startLimitMs, 'late' as const, { ref: false });
    if ((await Promise.race([early, dead, late])) === 'late')
      throw new Error(`Never ready:\n${life.output()}`);
    if (!('after' in fate)) await Promise.race([dead, pause(patienceMs, undefined, { ref: false })]);
    else if (fate.after === 'ready') await Promise.race([dead, pause(fate.ms)]);
  } finally {
    if (place !== null) wanted.delete(place);
  }
  const missed = place !== null && isAlive(life.child);
  const killedAtMs = await endNow(life);
  const name = missed ? `${nameOf(fate)} (missed)` : nameOf(fate);
  return { kill: { victim, place: name, startedAtMs, readyAtMs, killedAtMs }, missed };
}

/** Kills what still lives, and gives the moment when it is gone. A process that ended by itself has failed. */
async function endNow(life: Life): Promise<number> {
  await kill(life.child);
  const endedAtMs = await life.ended;
  if (life.child.signalCode !== 'SIGKILL')
    throw new Error(`A process ended otherwise: ${life.child.exitCode}.\n${life.output()}`);
  return endedAtMs;
}
