import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toStream } from '#lib/entry/define-download.ts';
import { type ExportQueue, makeExportQueue } from '#lib/server/export-queue.ts';
import { writeInTurn } from '#lib/server/write-in-turn.ts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A file of so many parts that tells what became of it. */
function makeFile(parts: number, failsAt = Number.NaN) {
  const file = { made: 0, closed: false };
  async function* write() {
    try {
      for (let part = 0; part < parts; part += 1) {
        if (part === failsAt) throw new Error('The database is gone.');
        file.made += 1;
        yield `part ${part}\n`;
      }
    } finally {
      file.closed = true;
    }
  }
  return { file, parts: write() };
}

describe('a file that is written in turn', () => {
  let queue: ExportQueue;
  beforeEach(() => {
    queue = makeExportQueue();
  });
  afterEach(() => void vi.useRealTimers());

  const open = (personId: string, parts = 3, failsAt?: number) => {
    const made = makeFile(parts, failsAt);
    const reader = toStream(writeInTurn(made.parts, { personId, queue }), 'a test').getReader();
    return { ...made, reader };
  };
  const isFree = async () => {
    const turn = queue.take(crypto.randomUUID(), crypto.randomUUID());
    const ready = await Promise.race([turn.ready, nextTurn()]);
    turn.end();
    return ready === true;
  };

  it('is not begun while two others are', async () => {
    const [first, second, third] = ['ada', 'bo', 'cy'].map((personId) => open(personId));
    await Promise.all([first?.reader.read(), second?.reader.read()]);
    const waits = third?.reader.read();
    await nextTurn();
    expect(third?.file.made).toBe(0);
    // To the end: three parts and the news that there are no more.
    for (let read = 0; read < 3; read += 1) await first?.reader.read();
    expect(await waits).toMatchObject({ done: false });
    expect(third?.file.made).toBe(1);
  });

  it('gives its turn back when its reader leaves on the way', async () => {
    const one = open('ada');
    const two = open('bo');
    await Promise.all([one.reader.read(), two.reader.read()]);
    expect(await isFree()).toBe(false);
    await one.reader.cancel();
    expect(one.file.closed).toBe(true);
    expect(await isFree()).toBe(true);
  });

  it('gives its turn back when it fails on the way', async () => {
    const one = open('ada', 3, 1);
    const two = open('bo');
    await Promise.all([one.reader.read(), two.reader.read()]);
    await expect(one.reader.read()).rejects.toThrow('gone');
    expect(await isFree()).toBe(true);
  });

  it('is dropped when its reader leaves while it waits, and never begun', async () => {
    const [first, second] = ['ada', 'bo'].map((personId) => open(personId));
    await Promise.all([first?.reader.read(), second?.reader.read()]);
    const third = open('cy');
    const waits = third.reader.read();
    await nextTurn();
    await third.reader.cancel();
    await waits;
    await first?.reader.cancel();
    await second?.reader.cancel();
    await nextTurn();
    expect(third.file.made).toBe(0);
    expect(await isFree()).toBe(true);
  });

  it('lets others go first while its reader takes nothing, and comes to its end later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const [slow, other] = ['ada', 'bo'].map((personId) => open(personId));
    await Promise.all([slow?.reader.read(), other?.reader.read()]);
    const third = open('cy');
    const waits = third.reader.read();
    await nextTurn();
    expect(third.file.made).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(await waits).toMatchObject({ done: false });
    // Both turns are taken by those who read on.
    const goesOn = slow?.reader.read();
    await other?.reader.cancel();
    expect(await goesOn).toMatchObject({ done: false });
    expect(slow?.file.made).toBe(2);
  });

  it('one file after another of the same person', async () => {
    const one = open('ada', 1);
    const two = open('ada', 1);
    await one.reader.read();
    const waits = two.reader.read();
    await nextTurn();
    expect(two.file.made).toBe(0);
    await one.reader.read();
    expect(await waits).toMatchObject({ done: false });
  });
});
