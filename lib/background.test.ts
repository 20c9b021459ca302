import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { startSending } from '#lib/background.ts';
import { home } from '#lib/db/schema.ts';
import { clearSetback, findSetback } from '#lib/safe-mode/store.ts';
import { runStopHooks } from '#lib/server/stop.ts';
import { describeWithProvider } from '#lib/testing/bindings/bench.ts';
import { attemptsIn } from '#lib/testing/bindings/under-fault.ts';
import { age, leaveUnsettled } from '#lib/testing/bindings/unsettled.ts';

/** Several times what it takes to look for something to send. */
const longEnoughMs = 5_000;

describeWithProvider('on a database that was put back', (bench) => {
  it('no number is sent again by itself before a person has looked', async () => {
    const { context } = bench();
    const { number, bound } = await leaveUnsettled(bench());
    await age(bench(), number);
    await context.db.insert(home).values({ id: 1, place: 'elsewhere', seenAt: new Date(), beats: 7 });
    try {
      expect(await startSending(context)).toContain('Restored from a copy');
      await pause(longEnoughMs);
      expect(await attemptsIn(bench(), bound)).toEqual(['first: bound']);

      const setback = await findSetback(context.db);
      await clearSetback(context.db, setback?.noticedAt ?? new Date(0));
      const sent = async () => expect(await attemptsIn(bench(), bound)).toContain('reassert: bound');
      await vi.waitFor(sent, { timeout: 20_000, interval: 200 });
    } finally {
      const complaints: string[] = [];
      await runStopHooks({ deadlineMs: 10_000, report: (text) => void complaints.push(text) });
      expect(complaints).toEqual([]);
    }
  }, 60_000);
});
