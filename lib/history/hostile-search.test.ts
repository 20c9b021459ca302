import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { hostileText, queries } from '#e2e/attack/hostile-values.ts';
import { bindings } from '#lib/db/schema.ts';
import { bindingSources, bindingStates } from '#lib/domain/outcome.ts';
import { appsOf } from '#lib/entry/apps.ts';
import type { Context } from '#lib/entry/context.ts';
import { type HistorySearch, historySearchSchema } from '#lib/history/schema.ts';
import { parseHistorySearch, toSearchParams } from '#lib/history/search-params.ts';
import { listHistory } from '#lib/history/service.ts';
import { ada, app, sue } from '#lib/testing/bindings/bench.ts';
import { expectedRows, type SearchedRow } from '#lib/testing/bindings/literal-search.ts';
import { describeOnEachDatabase } from '#lib/testing/db/database.ts';
import { bindingRow } from '#lib/testing/db/rows.ts';

// Hostile values in every parameter of history's address give the rows that a literal search gives, or a notice and the
// rows of all the rest: never a failure, never other rows. Replay with the seed that is printed: HOSTILE_SEED=…

const seed = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env.HOSTILE_COUNT ?? 2_000);
/**
 * Letters and digits since Unicode 15. A database folds them once it knows them: PostgreSQL 15 does not, this process may, and then
 * the search takes them for themselves and the literal one for what they look like.
 */
const newer =
  /[\u{1c89}\u{1c8a}\u{a7cb}-\u{a7dc}\u{a7f1}\u{10d50}-\u{10d85}\u{16ea0}-\u{16ed3}\u{1ccd6}-\u{1ccf9}\u{1e030}-\u{1e06d}]/gu;
const values = fc.sample(hostileText, { seed, numRuns: count }).map((text) => text.replace(newer, ''));

/** A beginning of the text, as PostgreSQL's can hold it. */
const storable = (text: string, length: number) =>
  text.slice(0, length).toWellFormed().replaceAll('\0', '').replaceAll('\ufffd', '');

const batchId = '0199f000-0000-7000-8000-000000000001';

/** Some rows have hostile text in them, so that looking for it finds something; others nearly have. */
const rows: SearchedRow[] = [...queries, ...values.slice(0, 40), '50%', '5_0', 'a\\b', 'A%b_c'].map(
  (text, index) =>
    bindingRow({
      number: `00867558601${String(3300 + index)}`,
      numberType: index % 3 === 0 ? null : index % 3 === 1 ? 'inner' : 'number',
      callbackUrl: `https://h${index % 4}.acme.com/${encodeURIComponent(storable(text, 40))}?token=${encodeURIComponent(queries[index % queries.length] ?? '')}`,
      callbackHost: `h${index % 4}.acme.com`,
      reason: storable(text, 500),
      code: index % 5 === 0 ? `Failed.${storable(text, 100)}` : null,
      actorId: `person-${index % 3}`,
      batchId: index % 6 === 0 ? batchId : null,
      batchLine: index % 6 === 0 ? index + 1 : null,
      actorName: index % 2 === 0 ? "O'Hara %" : '王_小明',
      source: bindingSources[index % bindingSources.length] ?? 'form',
      state: bindingStates[index % bindingStates.length] ?? 'bound',
      durationMs: index % 4 === 0 ? null : index,
      createdAt: new Date(Date.parse('2026-03-01T00:00:00Z') + Math.floor(index / 2) * 1000),
    }),
);

const parameters = [...Object.keys(historySearchSchema.shape), 'page', '__proto__', 'constructor'];

describeOnEachDatabase('hostile searches', (database) => {
  let context: Context;
  beforeAll(async () => {
    context = {
      db: database().db,
      ...appsOf(database().db, [app]),
      hiddenPartKey: () => 'a key for tests',
    } as Context;
    await database().withoutGuards(async (db) => void (await db.insert(bindings).values(rows)));
  });

  const listed = async (viewer: typeof ada, search: HistorySearch) => {
    const page = await listHistory(context, viewer, search);
    if (!page.ok) throw new Error(page.problem.code);
    return { ids: page.value.rows.map(({ id }) => id), total: page.value.total };
  };

  it(`${count} in each parameter give the literal search's rows (seed ${seed})`, async () => {
    const asked = new Map<string, HistorySearch>();
    let found = 0;
    for (const name of parameters)
      for (const value of [...values, ...queries, batchId]) {
        const { search, ignored } = parseHistorySearch(new URLSearchParams([[name, value.toWellFormed()]]));
        // What does not mean anything is named, unless it is empty or the default.
        if (
          Object.keys(search).length === 0 &&
          !['', 'time', 'desc', '25'].includes(value.replaceAll('\0', '').trim())
        )
          expect(ignored).toEqual([name]);
        asked.set(toSearchParams(search).toString(), search);
      }
    for (const search of asked.values())
      for (const viewer of [ada, sue]) {
        const expected = expectedRows(rows, search, { secrets: viewer === ada });
        found += expected.length;
        const { ids, total } = await listed(viewer, search);
        expect([search, ids]).toEqual([search, expected.slice(0, search.size ?? 25)]);
        expect([search, total]).toEqual([search, { count: expected.length, exact: true }]);
      }
    // It is no proof that nothing was found in nothing.
    expect(found).toBeGreaterThan(count);
    // Tens of thousands of statements, one after the other: a minute and more on an idle machine.
  }, 900_000);
});
