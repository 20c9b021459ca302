import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { yieldLoop } from '#lib/server/yield-loop.ts';

/** Computes for so long, in ms. */
function work(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

/** Long work in pieces of 5 ms, each followed by a turn of the loop where that is due. */
async function workInPieces(pieces: number): Promise<void> {
  for (let done = 0; done < pieces; done += 1) {
    work(5);
    await yieldLoop();
  }
}

describe('the event loop, while long work runs that yields', () => {
  it('answers a timer while the work goes on, and not only after it', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await workInPieces(40);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it('answers what takes several turns, as reading a file does, long before the work ends', async () => {
    let over = false;
    const long = workInPieces(200).then(() => {
      over = true;
    });
    for (let read = 0; read < 3; read += 1) await readFile('package.json');
    expect(over).toBe(false);
    await long;
  });

  it('is not held by several pieces of work at a time: they go on one by one, each in its turn', async () => {
    let loopTurn = 0;
    let counting = true;
    const count = () => {
      loopTurn += 1;
      if (counting) setImmediate(count);
    };
    count();
    work(15);
    const pieces: { worker: number; loopTurn: number }[] = [];
    const begin = async (worker: number) => {
      for (let piece = 0; piece < 3; piece += 1) {
        await yieldLoop();
        pieces.push({ worker, loopTurn });
        work(15);
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, worker) => begin(worker)));
    counting = false;
    expect(new Set(pieces.map((piece) => piece.loopTurn)).size).toBe(30);
    expect(pieces.map(({ worker }) => worker)).toEqual(
      [0, 1, 2].flatMap(() => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    );
  });

  it('costs nothing worth a word where nothing was worked', async () => {
    await pause(20);
    const startedMs = performance.now();
    for (let calls = 0; calls < 10_000; calls += 1) await yieldLoop();
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
