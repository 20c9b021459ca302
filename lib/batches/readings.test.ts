import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { getBatch, readBatchFacts } from '#lib/batches/service.ts';
import { openReport } from '#lib/batches/service-sources.ts';
import { numbers } from '#lib/db/schema.ts';
import { readCsv } from '#lib/domain/csv.ts';
import { begin, freshNumbers } from '#lib/testing/batches/batch.ts';
import { ada, app, describeWithProvider, sue } from '#lib/testing/bindings/bench.ts';

const question = '+1|CN mobile';

describeWithProvider('readings of a batch', (bench) => {
  it('stand on its page and in its report, with who decided, for who only reads too', async () => {
    const lines = freshNumbers(3).map((number) => ({ number }));
    const id = await begin(bench(), lines, { readings: [{ question, group: '+1', lines: '1-2' }] });
    expect(await getBatch(bench().context, sue, id)).toMatchObject({
      value: { readings: [{ question, group: '+1', count: 2 }], actor: { name: 'Ada' } },
    });
    const report = await openReport(bench().context, sue, { id, zone: 'UTC' });
    if (!report.ok) throw new Error(report.problem.code);
    let text = '';
    for await (const part of report.value.parts) text += part;
    const rows = readCsv(text);
    if (!rows.ok) throw new Error('no CSV');
    expect(
      rows.value.slice(1).map((row) => row.slice(-2).map((cell) => (cell ?? '').replace(/^'/, ''))),
    ).toEqual([
      ['+1', 'Ada'],
      ['+1', 'Ada'],
      ['', ''],
    ]);
  });

  it('need no answer for numbers that are on the provider’s list: the facts say which', async () => {
    const [listed = '', set = '', none = ''] = freshNumbers(3);
    await bench().bindNow({ number: set });
    await bench().context.db.insert(numbers).values({ appId: app.id, number: listed, providerListed: true });
    const keys = [none, set, listed].map((number) => ({ appId: app.id, number }));
    expect(await readBatchFacts(bench().context, ada, { keys, batchKey: randomUUID() })).toMatchObject({
      value: { facts: [null, { certainty: 'exact' }, null], listed: [2] },
    });
  });
});
