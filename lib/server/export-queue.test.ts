import { beforeEach, describe, expect, it } from 'vitest';
import { type ExportQueue, makeExportQueue } from '#lib/server/export-queue.ts';

/** Whether it has been settled by now. */
const isReady = async (promise: Promise<boolean>): Promise<boolean | 'waits'> =>
  Promise.race([promise, new Promise<'waits'>((resolve) => setImmediate(() => resolve('waits')))]);

describe('the queue of exports', () => {
  let nowMs = 0;
  let queue: ExportQueue;
  beforeEach(() => {
    nowMs = 0;
    queue = makeExportQueue(() => nowMs);
  });

  it('lets two be written at a time, and tells the third what it waits for', () => {
    expect(queue.look('a', 'ada')).toBeNull();
    expect(queue.look('b', 'bo')).toBeNull();
    expect(queue.look('c', 'cy')).toEqual({ writing: 2, ahead: 0, own: false });
    expect(queue.look('d', 'di')).toEqual({ writing: 2, ahead: 1, own: false });
  });

  it('lets one person have one at a time, and nobody waits for that', () => {
    queue.look('a1', 'ada');
    expect(queue.look('a2', 'ada')).toEqual({ writing: 1, ahead: 0, own: true });
    expect(queue.look('b', 'bo')).toBeNull();
  });

  it('goes in the order of asking', async () => {
    const turns = ['a', 'b', 'c', 'd', 'e'].map((id) => queue.take(id, `person ${id}`));
    const ready = () => Promise.all(turns.map((turn) => isReady(turn.ready)));
    expect(await ready()).toEqual([true, true, 'waits', 'waits', 'waits']);
    turns[1]?.end();
    expect(await ready()).toEqual([true, true, true, 'waits', 'waits']);
    turns[0]?.end();
    turns[2]?.end();
    expect(await ready()).toEqual([true, true, true, true, true]);
  });

  it('gives the turn of one that ended, however often that is told, to exactly one', async () => {
    const [first, , third, fourth] = ['a', 'b', 'c', 'd'].map((id) => queue.take(id, id));
    first?.end();
    first?.end();
    expect(await isReady(third?.ready ?? Promise.reject())).toBe(true);
    expect(await isReady(fourth?.ready ?? Promise.reject())).toBe('waits');
  });

  it('drops a connection that leaves while it waits', async () => {
    const first = queue.take('a', 'ada');
    queue.take('b', 'bo');
    const leaves = queue.take('c', 'cy');
    const stays = queue.take('d', 'di');
    leaves.end();
    expect(await isReady(leaves.ready)).toBe(false);
    first.end();
    expect(await isReady(stays.ready)).toBe(true);
  });

  it('passes over a dialog that was not heard of for five seconds, and keeps its place', () => {
    queue.look('a', 'ada');
    queue.look('b', 'bo');
    queue.look('c', 'cy');
    queue.look('d', 'di');
    nowMs = 5_500;
    // The two exports that hold the turns are not fetched yet.
    expect(queue.look('d', 'di')).toEqual({ writing: 2, ahead: 0, own: false });
    expect(queue.look('c', 'cy')).toEqual({ writing: 2, ahead: 0, own: false });
    expect(queue.look('d', 'di')).toEqual({ writing: 2, ahead: 1, own: false });
  });

  it('forgets a dialog that was closed', () => {
    queue.look('a', 'ada');
    queue.take('b', 'bo');
    queue.look('c', 'cy');
    nowMs = 91_000;
    expect(queue.look('d', 'di')).toBeNull();
    // It comes back, at the end.
    expect(queue.look('c', 'cy')).toEqual({ writing: 2, ahead: 0, own: false });
  });

  it('keeps a turn for ten seconds that nobody fetches, and not longer', async () => {
    queue.look('a', 'ada');
    queue.take('b', 'bo');
    nowMs = 9_000;
    expect(queue.look('c', 'cy')).toMatchObject({ writing: 2 });
    nowMs = 10_001;
    expect(queue.look('c', 'cy')).toBeNull();
  });

  it('keeps a turn for a minute at most that is asked for and never fetched', () => {
    queue.take('b', 'bo');
    for (nowMs = 0; nowMs <= 60_000; nowMs += 1_000) {
      expect(queue.look('a', 'ada')).toBeNull();
      expect(queue.look('c', 'cy')).toMatchObject({ writing: 2 });
    }
    // It has to wait behind whoever waited.
    expect(queue.look('a', 'ada')).toMatchObject({ writing: 1, ahead: 1 });
    expect(queue.look('c', 'cy')).toBeNull();
  });

  it('does not take a turn away from a file that is written for an hour', () => {
    queue.take('a', 'ada');
    queue.take('b', 'bo');
    nowMs = 3_600_000;
    expect(queue.look('c', 'cy')).toMatchObject({ writing: 2 });
  });

  it('keeps the reserved turn for the file it was reserved for', async () => {
    queue.look('a', 'ada');
    queue.look('b', 'bo');
    const other = queue.take('c', 'cy');
    expect(await isReady(queue.take('a', 'ada').ready)).toBe(true);
    expect(await isReady(other.ready)).toBe('waits');
  });

  it('is not entered in the name of another', async () => {
    queue.look('a', 'ada');
    queue.look('b', 'bo');
    expect(queue.look('a', 'mallory')).toEqual({ writing: 2, ahead: 0, own: false });
    expect(await isReady(queue.take('b', 'mallory').ready)).toBe('waits');
  });

  it('has room for a handful of one person, and for everybody else', () => {
    for (const id of ['1', '2', '3']) queue.look(id, 'mallory');
    const rooms = [queue.makeRoom('mallory'), queue.makeRoom('mallory')];
    expect(rooms.every((room) => room !== null)).toBe(true);
    expect(queue.makeRoom('mallory')).toBeNull();
    expect(queue.makeRoom('ada')).not.toBeNull();
    for (const room of rooms) room?.giveBack();
    for (const id of ['4', '5']) queue.look(id, 'mallory');
    expect(queue.makeRoom('mallory')).toBeNull();
    nowMs = 91_000;
    expect(queue.makeRoom('mallory')).not.toBeNull();
  });
});
