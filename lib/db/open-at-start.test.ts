import { expect, test } from 'vitest';
import { tryAtStart } from '#lib/db/open-at-start.ts';
import type { StartFailure } from '#lib/db/start-failure.ts';

/** A clock that only the waiting moves, in ms. */
function plan(attempt: (atMs: number) => Promise<string>, when: StartFailure['when'] = 'later') {
  let nowMs = 0;
  const triesAtMs: number[] = [];
  const lines: string[] = [];
  const opened = tryAtStart(
    () => {
      triesAtMs.push(nowMs);
      return attempt(nowMs);
    },
    () => ({ when, text: 'PostgreSQL at db:5432 is not there yet: nothing listens there' }),
    {
      report: (line) => lines.push(line),
      clockMs: () => nowMs,
      pause: async (ms) => {
        nowMs += ms;
      },
    },
  );
  return { opened, triesAtMs, lines };
}

const never = async () => {
  throw new Error('no');
};

test('it is tried after 0, 1, 2, 4 and 8 s, then every 15 s for a minute; then one sentence', async () => {
  const { opened, triesAtMs, lines } = plan(never);
  expect(await opened).toEqual({
    ok: false,
    sentence:
      'PostgreSQL at db:5432 is not there yet: nothing listens there. Start it, or correct host and port in DATABASE_URL.',
  });
  expect(triesAtMs.map((ms) => ms / 1000)).toEqual([0, 1, 2, 4, 8, 23, 38, 53, 68]);
  expect(lines).toHaveLength(8);
  expect(lines[0]).toBe('PostgreSQL at db:5432 is not there yet: nothing listens there. Next try in 1 s.');
});

test('one that comes up nine seconds late is opened', async () => {
  const { opened, lines } = plan(async (atMs) => {
    if (atMs < 9_000) throw new Error('no');
    return 'open';
  });
  expect(await opened).toEqual({ ok: true, value: 'open' });
  expect(lines).toHaveLength(5);
});

test('what waiting does not change is told at once', async () => {
  const { opened, triesAtMs, lines } = plan(never, 'never');
  expect((await opened).ok).toBe(false);
  expect([triesAtMs.length, lines.length]).toEqual([1, 0]);
});

test('tries that take long do not add up', async () => {
  let nowMs = 0;
  const tries: number[] = [];
  await tryAtStart(
    async () => {
      tries.push(nowMs);
      nowMs += 5_000;
      throw new Error('no');
    },
    () => ({ when: 'later', text: 'x' }),
    {
      report: () => {},
      clockMs: () => nowMs,
      pause: async (ms) => {
        nowMs += ms;
      },
    },
  );
  expect(tries.map((ms) => ms / 1000)).toEqual([0, 5, 10, 15, 20, 25, 38, 53, 68]);
});
