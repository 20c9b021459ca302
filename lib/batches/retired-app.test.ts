import { beforeEach, expect, it, vi } from 'vitest';
import { retryBatch } from '#lib/batches/retry.ts';
import { changeBatch, listBatchLines, startBatch } from '#lib/batches/service.ts';
import { bind, getNumberFacts, getRestore, repeat } from '#lib/bind-number/service.ts';
import { now } from '#lib/clock.ts';
import { apps as appsTable } from '#lib/db/schema.ts';
import { appsOf } from '#lib/entry/apps.ts';
import { listHistory } from '#lib/history/service.ts';
import { begin, dryRun, freshNumbers, look, whileRunning } from '#lib/testing/batches/batch.ts';
import {
  ada,
  type Bench,
  describeWithProvider,
  freshNumber,
  settledOf,
  sue,
} from '#lib/testing/bindings/bench.ts';
import { wants } from '#lib/testing/bindings/wants.ts';

const [main, sales] = ['1400000000', '1400000001'];
const settled = { timeout: 60_000, interval: 50 };

describeWithProvider('an app that is retired', (original) => {
  /** The bench with the apps in the database, where they can be retired. */
  const bench = (): Bench => {
    const { context, ...rest } = original();
    return { ...rest, context: { ...context, ...appsOf(context.db, []) } };
  };
  const retire = (id: string, retired = true) =>
    bench()
      .database.db.insert(appsTable)
      .values({ id, name: id, retiredAt: retired ? now() : null })
      .onConflictDoUpdate({ target: appsTable.id, set: { retiredAt: retired ? now() : null } });
  const linesOf = async (id: string) => {
    const page = await listBatchLines(bench().context, ada, id, {});
    if (!page.ok) throw new Error(page.problem.code);
    return page.value.lines.map(({ binding }) => binding);
  };
  const gone = { problem: { code: 'restore_app_gone' } };
  const bound = async (appId: string, callbackUrl = 'https://hooks.acme.com/in') => {
    const number = freshNumber();
    const input = wants({ appId, number, callbackUrl });
    return settledOf(await bind(bench().context, ada, input)).binding;
  };

  beforeEach(async () => {
    await bench().database.clear();
    await bench()
      .database.db.insert(appsTable)
      .values([
        { id: main, name: 'Main line' },
        { id: sales, name: 'Sales' },
      ]);
  });

  it('takes no binding and no batch until it is brought back, and nothing is sent meanwhile', async () => {
    await retire(sales);
    const number = freshNumber();
    const input = wants({ appId: sales, number });
    expect(await bind(bench().context, ada, input)).toMatchObject(gone);
    const batch = await dryRun(bench(), [{ number, appId: sales }]);
    expect(await startBatch(bench().context, ada, batch)).toMatchObject({
      problem: { code: 'restore_app_gone', params: { line: 1 } },
    });
    expect(await bench().arrivals(number)).toEqual([]);
    await retire(sales, false);
    expect(settledOf(await bind(bench().context, ada, wants({ appId: sales, number })))).toMatchObject({
      binding: { state: 'bound' },
    });
  });

  it('keeps its history, by name, and what is known of its numbers; putting an entry back says why it is refused', async () => {
    const first = await bound(sales);
    await retire(sales);
    const { context } = bench();
    expect(await listHistory(context, sue, {})).toMatchObject({
      value: { rows: [{ id: first.id, appName: 'Sales' }] },
    });
    const { number } = first;
    expect(await getNumberFacts(context, sue, { appId: sales, number })).toMatchObject({
      value: { newestBindingId: first.id },
    });
    expect(await getRestore(context, ada, first.id)).toMatchObject({ value: { refusal: gone.problem } });
    const putBack = wants({
      ...{ appId: sales, number, callbackUrl: null, numberType: null, seen: first.id },
      ...{ source: 'restore', restoresBindingId: first.id, sendUnchanged: true },
    });
    expect(await bind(context, ada, putBack)).toMatchObject(gone);
    expect(await bench().arrivals(number)).toHaveLength(1);
  });

  it('takes no repeat of an unknown outcome', async () => {
    const number = freshNumber();
    await bench().faultOn(number, { kind: 'reset', applied: true });
    const { binding } = settledOf(await bind(bench().context, ada, wants({ appId: sales, number })));
    expect(binding.state).toBe('unknown');
    await retire(sales);
    expect(await repeat(bench().context, ada, { bindingId: binding.id, afterAttempt: 1 })).toMatchObject(
      gone,
    );
    expect(await bench().arrivals(number)).toHaveLength(1);
  });

  it('leaves the lines of a batch that wait in it unsent, and the lines of other apps are sent', async () => {
    const numbers = freshNumbers(6);
    const id = await begin(
      bench(),
      numbers.map((number, index) => ({ number, appId: index % 2 === 0 ? main : sales })),
    );
    await retire(sales);
    await whileRunning(bench(), () =>
      vi.waitFor(async () => expect(await look(bench(), id)).toMatchObject({ state: 'done' }), settled),
    );
    expect((await look(bench(), id)).counts).toMatchObject({ bound: 3, unsent: 3, queued: 0 });
    expect((await linesOf(id)).map(({ appName, state, code }) => [appName, state, code])).toEqual(
      [0, 1, 2].flatMap(() => [
        ['Main line', 'bound', null],
        ['Sales', 'unsent', 'Unsent.AppRetired'],
      ]),
    );
    const arrived = (await bench().simulator.control.log()).map(({ number }) => number);
    expect(numbers.filter((number) => arrived.includes(number))).toEqual(
      numbers.filter((_, index) => index % 2 === 0),
    );
  });

  it('leaves a paused batch as it is: brought back in time, its lines are sent', async () => {
    const [number = ''] = freshNumbers(1);
    const id = await begin(bench(), [{ number, appId: sales }]);
    await changeBatch(bench().context, ada, { batchId: id, to: 'paused' });
    await retire(sales);
    await retire(sales, false);
    await changeBatch(bench().context, ada, { batchId: id, to: 'running' });
    await whileRunning(bench(), () =>
      vi.waitFor(async () => expect(await look(bench(), id)).toMatchObject({ state: 'done' }), settled),
    );
    expect((await look(bench(), id)).counts).toMatchObject({ bound: 1, unsent: 0 });
  });

  it('takes no second try of refused lines', async () => {
    const [number = ''] = freshNumbers(1);
    await bench().faultOn(number, {
      kind: 'code',
      applied: false,
      code: 'InvalidParameterValue',
      message: 'No.',
    });
    const id = await begin(bench(), [{ number, appId: sales }]);
    await whileRunning(bench(), () =>
      vi.waitFor(async () => expect(await look(bench(), id)).toMatchObject({ state: 'done' }), settled),
    );
    await retire(sales);
    const [line] = await linesOf(id);
    expect(line?.state).toBe('refused');
    expect(
      await retryBatch(bench().context, ada, { batchId: id, bindingIds: [line?.id ?? ''], mended: [] }),
    ).toMatchObject(gone);
    expect(await bench().arrivals(number)).toHaveLength(1);
  });
});
