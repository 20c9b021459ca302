import { expect, it, vi } from 'vitest';
import { changeBatch, listBatchLines, startBatch } from '#lib/batches/service.ts';
import { begin, dryRun, freshNumbers, look, whileRunning } from '#lib/testing/batches/batch.ts';
import { ada, describeWithProvider, sue } from '#lib/testing/bindings/bench.ts';

const settled = { timeout: 60_000, interval: 50 };

describeWithProvider('a batch', (bench) => {
  const untilState = (id: string, state: string) =>
    vi.waitFor(async () => expect(await look(bench(), id)).toMatchObject({ state }), settled);
  const run = (id: string, state = 'done') =>
    whileRunning(bench(), async () => {
      await untilState(id, state);
      return look(bench(), id);
    });
  const linesOf = async (id: string) => {
    const page = await listBatchLines(bench().context, ada, id, {});
    if (!page.ok) throw new Error(page.problem.code);
    return page.value.lines.map(({ line, binding }) => ({ line, ...binding }));
  };
  const arrivalsOf = async (numbers: string[]) =>
    (await bench().simulator.control.log()).filter((entry) => numbers.includes(entry.number ?? ''));

  it('is stored with all its lines at once and then sent line by line, each once', async () => {
    const numbers = freshNumbers(12);
    const id = await begin(
      bench(),
      numbers.map((number) => ({ number })),
    );
    expect((await look(bench(), id)).counts).toMatchObject({ queued: 12, bound: 0 });
    expect(await run(id)).toMatchObject({
      state: 'done',
      counts: { bound: 12, queued: 0 },
      total: 12,
      halt: null,
    });
    expect((await arrivalsOf(numbers)).map(({ number }) => number)).toEqual(numbers);
    expect(await linesOf(id)).toMatchObject(
      numbers.map((number, index) => ({ number, line: index + 1, state: 'bound', source: 'bulk' })),
    );
  });

  it('is started once, however often it is asked', async () => {
    const input = await dryRun(
      bench(),
      freshNumbers(3).map((number) => ({ number })),
    );
    const answers = await Promise.all([1, 2, 3].map(() => startBatch(bench().context, ada, input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const other = { ...input, lines: input.lines.slice(0, 2), confirmedCount: 2 };
    expect(await startBatch(bench().context, ada, other)).toMatchObject({
      problem: { code: 'batch_key_reused' },
    });
  });

  it('stores nothing when a number changed after the dry run, and names the line', async () => {
    const [first = '', second = ''] = freshNumbers(2);
    const input = await dryRun(bench(), [{ number: first }, { number: second }]);
    await bench().bindNow({ number: second });
    expect(await startBatch(bench().context, ada, input)).toEqual({
      ok: true,
      value: { kind: 'changed', lines: [2] },
    });
    expect(await run(await begin(bench(), [{ number: first }]))).toMatchObject({ counts: { bound: 1 } });
  });

  it('leaves out a number that somebody changed while it waited, and says so', async () => {
    const [first = '', second = ''] = freshNumbers(2);
    const id = await begin(bench(), [{ number: first }, { number: second }]);
    await bench().bindNow({ number: second, callbackUrl: 'https://by-hand.acme.com/in' });
    expect(await run(id)).toMatchObject({ counts: { bound: 1, unsent: 1 } });
    expect(await linesOf(id)).toMatchObject([
      { state: 'bound' },
      { state: 'unsent', code: 'Unsent.ChangedMeanwhile' },
    ]);
    expect(await bench().arrivals(second)).toHaveLength(1);
  });

  it('is paused, goes on, and is stopped: what was not sent stays unsent', async () => {
    const numbers = freshNumbers(60);
    const id = await begin(
      bench(),
      numbers.map((number) => ({ number })),
    );
    await whileRunning(bench(), async () => {
      await vi.waitFor(
        async () => expect((await look(bench(), id)).counts.bound).toBeGreaterThan(3),
        settled,
      );
      await changeBatch(bench().context, ada, { batchId: id, to: 'paused' });
      await vi.waitFor(async () => expect((await look(bench(), id)).counts.sending).toBe(0), settled);
      const paused = await look(bench(), id);
      expect(paused).toMatchObject({ state: 'paused', halt: { by: 'Ada', code: null } });
      await changeBatch(bench().context, ada, { batchId: id, to: 'running' });
      await vi.waitFor(
        async () => expect((await look(bench(), id)).counts.bound).toBeGreaterThan(paused.counts.bound),
        settled,
      );
      await changeBatch(bench().context, ada, { batchId: id, to: 'stopped' });
      await vi.waitFor(async () => expect((await look(bench(), id)).counts.sending).toBe(0), settled);
    });
    const { counts, state } = await look(bench(), id);
    expect(state).toBe('stopped');
    expect(counts.queued).toBe(0);
    expect(counts.unsent).toBeGreaterThan(10);
    expect(await arrivalsOf(numbers)).toHaveLength(counts.bound);
    expect(await changeBatch(bench().context, ada, { batchId: id, to: 'running' })).toMatchObject({
      value: { state: 'stopped' },
    });
  });

  it('is for who may run batches; support reads it', async () => {
    const input = await dryRun(
      bench(),
      freshNumbers(1).map((number) => ({ number })),
    );
    expect(await startBatch(bench().context, sue, input)).toMatchObject({ problem: { code: 'forbidden' } });
    const id = await begin(
      bench(),
      freshNumbers(1).map((number) => ({ number })),
    );
    expect(await changeBatch(bench().context, sue, { batchId: id, to: 'stopped' })).toMatchObject({
      problem: { code: 'forbidden' },
    });
    expect(await listBatchLines(bench().context, sue, id, {})).toMatchObject({ ok: true });
    await changeBatch(bench().context, ada, { batchId: id, to: 'stopped' });
  });

  it('refuses lines that the dry run would not show, and a count that was not typed', async () => {
    const input = await dryRun(
      bench(),
      freshNumbers(60).map((number) => ({ number })),
    );
    const [line] = input.lines;
    if (!line) throw new Error('unreachable');
    const start = (change: object) => startBatch(bench().context, ada, { ...input, ...change });
    expect(await start({ confirmedCount: 59 })).toMatchObject({ problem: { code: 'batch_count_not_typed' } });
    const code = async (lines: object[]) => {
      const answer = await start({ lines, confirmedCount: lines.length });
      return answer.ok ? 'ok' : answer.problem.code;
    };
    expect(await code([line, { ...line, line: 2 }])).toBe('batch_line_twice');
    expect(await code([{ ...line, appId: '1499999999' }])).toBe('app_not_allowed');
    expect(await code([{ ...line, number: '0755-8601' }])).toBe('number_not_shown_form');
    expect(await code([{ ...line, callbackUrl: 'javascript:alert(1)' }])).toBe('url_scheme_not_allowed');
    expect(await code([{ ...line, callbackUrl: ' https://h.acme.com/' }])).toMatch(/^url_/);
  });
});
