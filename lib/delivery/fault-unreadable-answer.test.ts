import { afterAll, beforeAll, expect, it } from 'vitest';
import { listHistory } from '#lib/history/service.ts';
import { ada, app, describeWithProvider } from '#lib/testing/bindings/bench.ts';
import { attemptsIn, bindUnder, type Fault, sendAgain } from '#lib/testing/bindings/under-fault.ts';
import { type RawServer, startRawServer } from '#lib/testing/tencent/raw-server.ts';

let elsewhere: RawServer;
beforeAll(async () => {
  elsewhere = await startRawServer({});
});
afterAll(() => elsewhere.close());

const sides = [true, false];

describeWithProvider('an answer that proves nothing', (bench) => {
  it('fault 8: two hundred malformed answers all leave the outcome unknown, and nothing else happens', async () => {
    const malformed = await bench().simulator.control.malformed();
    expect(malformed.length).toBeGreaterThanOrEqual(200);
    const ends: { name: string; number: string; state: string }[] = [];
    // Sixteen at a time: some answers take their whole deadline.
    const waiting = malformed.entries();
    const bindInTurn = async () => {
      for (const [index, { name }] of waiting) {
        const { number, settled } = await bindUnder(bench(), { kind: 'malformed', index, applied: true });
        ends.push({ name, number, state: settled.binding.state });
      }
    };
    await Promise.all(Array.from({ length: 16 }, bindInTurn));
    expect(ends).toHaveLength(malformed.length);
    expect(ends.filter(({ state }) => state !== 'unknown')).toEqual([]);
    const arrivals = (await bench().simulator.control.log()).map(({ number }) => number);
    expect(arrivals.sort()).toEqual(ends.map(({ number }) => number).sort());
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(await listHistory(bench().context, ada, {})).toMatchObject({ ok: true });
  }, 600_000);

  it('fault 9: a sign-in page with status 200 is unknown, and kept as the text it is', async () => {
    for (const applied of sides) {
      const { settled } = await bindUnder(bench(), { kind: 'html', applied });
      expect(settled.binding).toMatchObject({
        state: 'unknown',
        code: 'Unknown.UnexpectedAnswer',
        requestId: null,
        message: expect.stringContaining('<script>'),
      });
    }
  });

  it('fault 10: 500, 502, 503 and 504 are unknown whatever their body says, applied or not', async () => {
    const faults = [500, 502, 503, 504].flatMap((status) =>
      (['none', 'html', 'error', 'success'] as const).flatMap((body) =>
        sides.map((applied): Fault => ({ kind: 'status', status, body, applied })),
      ),
    );
    const ends = await Promise.all(faults.map((fault) => bindUnder(bench(), fault)));
    for (const [index, { settled, number }] of ends.entries()) {
      expect(settled.binding, JSON.stringify(faults[index])).toMatchObject({
        state: 'unknown',
        code: 'Unknown.HttpStatus',
        attemptCount: 1,
      });
      expect(await bench().arrivals(number)).toHaveLength(1);
    }
    const [first] = ends;
    if (first) expect((await sendAgain(bench(), first.settled)).binding.state).toBe('bound');
  });

  it.each([301, 302, 307, 308])(
    'fault 11: a %i is not followed, and its target never hears of us',
    async (status) => {
      const fault: Fault = { kind: 'status', status, applied: false, location: elsewhere.url.href };
      const { number, settled } = await bindUnder(bench(), fault);
      expect(settled.binding).toMatchObject({ state: 'unknown', code: 'Unknown.Redirect' });
      expect(await attemptsIn(bench(), settled)).toEqual(['first: unknown']);
      expect(await bench().arrivals(number)).toHaveLength(1);
      expect(await bench().simulator.control.boundUrl(app.id, number)).toBeUndefined();
      expect([elsewhere.connections(), elsewhere.received()]).toEqual([0, '']);
    },
  );
});
