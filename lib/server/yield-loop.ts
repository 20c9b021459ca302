import { monotonicMs } from '#lib/clock.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** Work on the JavaScript thread after which others get a turn, in ms. */
const holdMs = 10;
/** A turn of the event loop that took longer than this had work of others in it, in ms. */
const idleTurnMs = 0.5;
/** An answer to a request takes several turns of the loop, with a moment of the kernel between them. */
const mostTurns = 8;
const betweenTurnsMs = 1;

type Waiting = { sinceMs: number; queue: (() => void)[]; turning: boolean };

/** One queue a process: with a queue for each piece of work, they would all go on in the same turn of the loop. */
const waiting = (): Waiting =>
  processSingleton('yield-loop', () => ({ sinceMs: Number.NEGATIVE_INFINITY, queue: [], turning: false }));

/**
 * To be awaited between the pieces of long work on the JavaScript thread: when more than 10 ms were worked since the last
 * time, it resolves after the event loop has answered what was waiting. Of several callers one goes on at a time, first come
 * first served. Costs microseconds where nothing waits.
 */
export async function yieldLoop(): Promise<void> {
  const state = waiting();
  if (state.queue.length === 0 && monotonicMs() - state.sinceMs < holdMs) return;
  await new Promise<void>((resolve) => {
    state.queue.push(resolve);
    if (state.turning) return;
    state.turning = true;
    turn(state, monotonicMs(), mostTurns);
  });
}

/** Lets the loop turn until it has nothing else to do, at most `turns` times, then lets the next caller go on. */
function turn(state: Waiting, startedMs: number, turns: number): void {
  const turned = () => {
    const nowMs = monotonicMs();
    const othersWorked = nowMs - startedMs > idleTurnMs;
    if (othersWorked && turns > 1)
      return void setTimeout(() => turn(state, monotonicMs(), turns - 1), betweenTurnsMs);
    goOn(state, nowMs);
  };
  setImmediate(turned);
}

function goOn(state: Waiting, nowMs: number): void {
  state.sinceMs = nowMs;
  state.queue.shift()?.();
  if (state.queue.length === 0) {
    state.turning = false;
    return;
  }
  // In the turn after, or the work of the caller that goes on now would count as that of others.
  setImmediate(() => turn(state, monotonicMs(), mostTurns));
}
