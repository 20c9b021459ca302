import { expect, it } from 'vitest';
import { readCsv } from '#lib/domain/csv.ts';
import { openExport, startExport } from '#lib/exports/service.ts';
import type { HistorySearch } from '#lib/history/schema.ts';
import { listHistory } from '#lib/history/service.ts';
import { begin, freshNumbers } from '#lib/testing/batches/batch.ts';
import { ada, describeWithProvider } from '#lib/testing/bindings/bench.ts';

describeWithProvider('rows of a batch in history', (bench) => {
  const linesIn = async (search: HistorySearch) => {
    const lines: (number | null)[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listHistory(bench().context, ada, { ...search, size: 25, ...(after && { after }) });
      if (!page.ok) throw new Error(page.problem.code);
      lines.push(...page.value.rows.map(({ batch }) => batch?.line ?? null));
      after = page.value.nextCursor;
    }
    return lines;
  };
  const linesExported = async (search: HistorySearch) => {
    const { context } = bench();
    const ready = await startExport(context, ada, { search, format: 'csv', zone: 'UTC' });
    if (!ready.ok) throw new Error(ready.problem.code);
    const opened = await openExport(context, ada, ready.value.id);
    if (!opened.ok) throw new Error(opened.problem.code);
    let text = '';
    for await (const part of opened.value.parts) text += part;
    const rows = readCsv(text);
    if (!rows.ok) throw new Error('no CSV');
    const [head = [], ...rest] = rows.value;
    const place = head.indexOf('batch_line');
    return rest.map((row) => Number(row[place]));
  };

  it('stand in the order of their lines, over pages, statements and kinds of list', async () => {
    // More than one statement stores, and not in the order of a file that has been sorted by hand.
    const lines = freshNumbers(620).map((number, index) => ({ number, line: 1_000_000 - 3 * index }));
    const id = await begin(bench(), lines);
    const expected = lines.map(({ line }) => line).toSorted((a, b) => a - b);
    expect(await linesIn({ batch: [id] })).toEqual(expected);
    expect(await linesIn({ batch: [id], order: 'asc' })).toEqual(expected.toReversed());
    expect(await linesIn({ batch: [id], sort: 'duration' })).toEqual(expected);
    expect(await linesIn({ batch: [id], q: 'new.acme.com' })).toEqual(expected);
    expect(await linesExported({ batch: [id] })).toEqual(expected);
  });
});
