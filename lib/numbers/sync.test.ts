import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { numberLists, numbers } from '#lib/db/schema.ts';
import { problem } from '#lib/domain/problem.ts';
import { fail } from '#lib/domain/result.ts';
import { listLists, listNumbers, refreshLists } from '#lib/numbers/service.ts';
import { readingsOver } from '#lib/numbers/sync.ts';
import type { ListView } from '#lib/numbers/view.ts';
import { ada, app, type Bench, describeWithProvider, sue } from '#lib/testing/bindings/bench.ts';

const lineOf = (number: string, state = 1) => ({ Number: number, State: state, CallOutSkillGroupIds: [] });
const manyLines = (count: number) =>
  Array.from({ length: count }, (_, index) => lineOf(`008675586${10_000 + index}`));

describeWithProvider('reading the provider’s list', (bench) => {
  beforeEach(async () => {
    await bench().database.clear();
    await bench().simulator.control.reset();
  });
  afterEach(readingsOver);

  const list = async ({ context }: Bench): Promise<ListView> => {
    const lists = await listLists(context, ada);
    if (!lists.ok || !lists.value[0]) throw new Error('No list.');
    return lists.value[0];
  };
  const refresh = async (): Promise<ListView> => {
    await refreshLists(bench().context, ada, { appId: null });
    await readingsOver();
    return list(bench());
  };
  const known = async () => {
    const page = await listNumbers(bench().context, ada, { size: 100 });
    if (!page.ok) throw new Error(page.problem.code);
    return Object.fromEntries(page.value.rows.map(({ number, provider }) => [number, provider.state]));
  };
  const asked = async () =>
    (await bench().simulator.control.log())
      .filter(({ action }) => action === 'DescribeNumbers')
      .map(({ bodyBase64 }) => JSON.parse(Buffer.from(bodyBase64, 'base64').toString()));

  it('puts every number with its state on the board, and says who read it', async () => {
    expect(await list(bench())).toMatchObject({ read: null, reading: null, failure: null });
    expect(await refresh()).toMatchObject({ read: { by: 'Ada', count: 10, skipped: 0 }, failure: null });
    expect(await known()).toMatchObject({
      '0086075586013388': 'normal',
      '0086075586013397': 'overdue',
      '0086075586013398': 'disabled',
    });
    expect(await asked()).toEqual([{ SdkAppId: 1400000000, PageNumber: 0, PageSize: 100 }]);
  });

  it('goes on from page to page, keeps what is bound, and spends no send slot', async () => {
    const bound = '0086755869999';
    await bench().bindNow({ number: bound });
    await bench().database.db.execute(sql`delete from pace`);
    await bench().simulator.control.setListing({
      sdkAppId: app.id,
      lines: [...manyLines(230), lineOf(bound, 2)],
    });
    expect(await refresh()).toMatchObject({ read: { count: 231 } });
    expect((await asked()).map(({ PageNumber }) => PageNumber)).toEqual([0, 1, 2]);
    const page = await listNumbers(bench().context, ada, { q: bound });
    expect(page).toMatchObject({
      value: { rows: [{ label: 'set', provider: { state: 'overdue', code: 2 }, current: { setBy: 'Ada' } }] },
    });
    const { rows } = await bench().database.db.execute<{ key: string }>(
      sql`select key_hash as key from pace`,
    );
    expect(rows).toEqual([{ key: `${bench().context.gateway.keyHash}:DescribeNumbers` }]);
  });

  it('keeps odd numbers and states as they are given, and leaves out lines that are none', async () => {
    const odd = ['+86 (755) 1', 'ext. 7', '００８６', '٠٠٨٦', '1', 'x'.repeat(64)];
    const wrong = [{}, null, { Number: 8 }, { Number: '' }, { Number: 'a\0b' }, { Number: 'x'.repeat(65) }];
    await bench().simulator.control.setListing({
      sdkAppId: app.id,
      lines: [...odd.map((number) => lineOf(number, 3)), ...wrong, { Number: 'stateless' }],
    });
    expect(await refresh()).toMatchObject({ read: { count: 7, skipped: 6 }, failure: null });
    const page = await listNumbers(bench().context, ada, {});
    const rows = page.ok ? page.value.rows : [];
    expect(rows.map(({ number }) => number).sort()).toEqual([...odd, 'stateless'].sort());
    expect(new Set(rows.map(({ provider }) => `${provider.state} ${provider.code}`))).toEqual(
      new Set(['other 3', 'other null']),
    );
  });

  it('marks what left the list, and takes it back when it returns', async () => {
    const lines = manyLines(5);
    const show = (shown: unknown[]) =>
      bench().simulator.control.setListing({ sdkAppId: app.id, lines: shown });
    await show(lines);
    await refresh();
    await show(lines.slice(1));
    await refresh();
    const gone = lines[0]?.Number ?? '';
    expect(await known()).toMatchObject({ [gone]: 'missing', [lines[1]?.Number ?? '']: 'normal' });
    await show(lines);
    await refresh();
    expect(await known()).toMatchObject({ [gone]: 'normal' });
  });

  it.each(['refused', 'cut'] as const)('finds a page size that the provider takes (%s)', async (beyond) => {
    await bench().simulator.control.setListing({
      sdkAppId: app.id,
      lines: manyLines(70),
      longestPage: 30,
      beyond,
    });
    expect(await refresh()).toMatchObject({ read: { count: 70 }, failure: null });
    expect(Object.keys(await known())).toHaveLength(70);
  });

  it('reads a list again that changed while it was read, so that nothing is called missing by mistake', async () => {
    const lines = manyLines(150);
    const show = (shown: unknown[]) =>
      bench().simulator.control.setListing({ sdkAppId: app.id, lines: shown });
    await show(lines);
    await refresh();
    await bench().simulator.control.reset();
    await show(lines);
    await bench().simulator.control.addFault({ when: { nth: 2 }, fault: { kind: 'reset', applied: false } });
    await refreshLists(bench().context, ada, { appId: app.id });
    // The first number goes while the second page is on its way: every later one moves up, one of them out of sight.
    await expect.poll(async () => (await asked()).length).toBeGreaterThan(1);
    await show(lines.slice(1));
    await readingsOver();
    expect(await list(bench())).toMatchObject({ read: { count: 149 }, failure: null });
    const missing = await listNumbers(bench().context, ada, { state: ['missing'] });
    expect(missing).toMatchObject({ value: { rows: [{ number: lines[0]?.Number }] } });
    expect((await asked()).length).toBeGreaterThanOrEqual(4);
  });

  it('a refusal by policy names the action that is missing and leaves the board as it was', async () => {
    await refresh();
    const before = await known();
    await bench().simulator.control.addFault({
      when: { action: 'DescribeNumbers' },
      fault: {
        kind: 'code',
        applied: false,
        code: 'UnauthorizedOperation.CamNoAuth',
        message: 'no permission',
      },
    });
    const refused = await refresh();
    expect(refused).toMatchObject({
      read: { count: 10 },
      failure: {
        code: 'UnauthorizedOperation.CamNoAuth',
        message: 'no permission',
        missingAction: 'ccc:DescribeNumbers',
      },
    });
    expect(refused.failure?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await known()).toEqual(before);
    expect(await refresh()).toMatchObject({ failure: null });
  });

  it('waits where the provider is busy, and asks again where no answer came', async () => {
    const busy = { kind: 'code', applied: false, code: 'RequestLimitExceeded' } as const;
    await bench().simulator.control.addFault({ times: 2, fault: busy });
    await bench().simulator.control.addFault({ when: { nth: 3 }, fault: { kind: 'reset', applied: false } });
    expect(await refresh()).toMatchObject({ read: { count: 10 }, failure: null });
    expect(await asked()).toHaveLength(4);
  });

  it('another failure is kept with its code, and says nothing of a policy', async () => {
    await bench().simulator.control.addFault({ times: 9, fault: { kind: 'html', applied: false } });
    expect(await refresh()).toMatchObject({
      read: null,
      failure: { code: 'Unknown.UnexpectedAnswer', requestId: null, missingAction: null },
    });
  });

  it('one reading an app at a time, and one that was interrupted frees the way', async () => {
    await bench().simulator.control.addFault({ fault: { kind: 'hold' } });
    const first = await refreshLists(bench().context, ada, { appId: app.id });
    expect(first).toMatchObject({ value: [{ reading: { by: 'Ada', count: 0 } }] });
    const other = { ...bench().context, owner: 'another-process' };
    expect(await refreshLists(other, { ...ada, name: 'Bob' }, { appId: app.id })).toMatchObject({
      value: [{ reading: { by: 'Ada' } }],
    });
    // Not before it has arrived.
    await expect.poll(() => bench().simulator.control.release()).toBe(1);
    await readingsOver();
    expect(await asked()).toHaveLength(1);
    await bench().database.db.update(numberLists).set({
      readingId: 'dead',
      readingBy: 'Dead',
      readingSince: sql`clock_timestamp() - interval '1 hour'`,
      readingUntil: sql`clock_timestamp() - interval '1 minute'`,
    });
    expect(await list(bench())).toMatchObject({ reading: null });
    expect(await refresh()).toMatchObject({ read: { by: 'Ada', count: 10 } });
  });

  it('a reader that lost its place writes nothing more', async () => {
    await bench().simulator.control.addFault({ fault: { kind: 'hold' } });
    await refreshLists(bench().context, ada, { appId: app.id });
    await bench().database.db.update(numberLists).set({ readingId: 'another', readingBy: 'Bob' });
    // Not before it has arrived.
    await expect.poll(() => bench().simulator.control.release()).toBe(1);
    await readingsOver();
    expect(await bench().database.db.select().from(numbers)).toEqual([]);
    expect(await list(bench())).toMatchObject({ read: null, reading: { by: 'Bob' }, failure: null });
  });

  it('is for admins, and for apps of this console', async () => {
    const { context } = bench();
    expect(await refreshLists(context, sue, { appId: null })).toEqual(fail(problem('forbidden')));
    expect(await refreshLists(context, ada, { appId: '1499999999' })).toEqual(
      fail(problem('app_not_allowed')),
    );
    expect(await listLists(context, sue)).toMatchObject({ ok: true });
    expect(await asked()).toEqual([]);
  });
});
