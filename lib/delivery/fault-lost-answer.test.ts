import { expect, it, vi } from 'vitest';
import { app, describeWithProvider, freshNumber } from '#lib/testing/bindings/bench.ts';
import { attemptsIn, bindUnder, type Fault, sendAgain } from '#lib/testing/bindings/under-fault.ts';

const url = 'https://hooks.acme.com/in';

type Case = [title: string, fault: Fault, code: string];

const resets: Case[] = [
  [
    'fault 2: a reset after the full request was applied',
    { kind: 'reset', applied: true },
    'Unknown.ConnectionReset',
  ],
  ['fault 3: a reset before it was applied', { kind: 'reset', applied: false }, 'Unknown.ConnectionReset'],
];

const silences: Case[] = [
  ['fault 4: no answer, applied', { kind: 'hang', applied: true }, 'Unknown.Timeout'],
  ['fault 4: no answer, not applied', { kind: 'hang', applied: false }, 'Unknown.Timeout'],
  ['fault 5: one byte a second', { kind: 'drip', applied: true, intervalMs: 1000 }, 'Unknown.Timeout'],
  ['fault 6: headers, then a stall', { kind: 'stall', applied: true }, 'Unknown.Timeout'],
];

const floods: Case[] = [
  ['fault 7: an answer without end', { kind: 'giant', applied: true }, 'Unknown.AnswerTooLarge'],
  ['fault 7: a gzip bomb', { kind: 'gzip-bomb', applied: true }, 'Unknown.UnexpectedAnswer'],
];

const wasApplied = (fault: Fault): boolean => !('applied' in fault) || fault.applied;

describeWithProvider('an answer that is lost', (bench) => {
  it.each([...resets, ...floods])(
    '%s leaves the outcome unknown; a person sends it again, and both are flagged',
    async (_title, fault, code) => {
      const { number, settled } = await bindUnder(bench(), fault);
      const { control } = bench().simulator;
      expect(settled.binding).toMatchObject({ state: 'unknown', code, attemptCount: 1 });
      expect(await control.boundUrl(app.id, number)).toBe(wasApplied(fault) ? url : undefined);
      const again = await sendAgain(bench(), settled);
      expect(again.binding).toMatchObject({ id: settled.binding.id, state: 'bound', attemptCount: 2 });
      expect(await attemptsIn(bench(), settled)).toEqual(['first: unknown', 'repeat: bound']);
      expect(await bench().arrivals(number)).toHaveLength(2);
      expect(await control.boundUrl(app.id, number)).toBe(url);
    },
  );

  it.concurrent.each(silences)(
    '%s: the deadline of ten seconds ends it as unknown, and the number is free again',
    async (_title, fault, code) => {
      const { number, settled } = await bindUnder(bench(), fault);
      const { durationMs } = settled.binding;
      expect(settled.binding).toMatchObject({ state: 'unknown', code, attemptCount: 1 });
      expect(durationMs ?? 0).toBeGreaterThanOrEqual(9_990);
      // A busy machine is late; a second deadline would have been twice as long.
      expect(durationMs ?? 0).toBeLessThan(20_000);
      const endings = async () => (await bench().arrivals(number)).map(({ ending }) => ending);
      // The simulator hears of the closed connection a moment later.
      await vi.waitFor(async () => expect(await endings()).toEqual(['cut']));
      expect((await sendAgain(bench(), settled)).binding.state).toBe('bound');
      expect(await attemptsIn(bench(), settled)).toEqual(['first: unknown', 'repeat: bound']);
    },
  );

  it('fault 4: while one waits for its answer, the slot is free and others are bound', async () => {
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'hold' });
    const waiting = bench().bindNow({ number });
    await expect.poll(async () => (await bench().arrivals(number)).length).toBe(1);
    const others = await Promise.all([1, 2, 3].map(() => bench().bindNow({ number: freshNumber() })));
    expect(others.map(({ binding }) => binding.state)).toEqual(['bound', 'bound', 'bound']);
    expect((await bench().arrivals(number))[0]?.ending).toBeNull();
    await bench().simulator.control.release();
    expect((await waiting).binding.state).toBe('bound');
  });
});
