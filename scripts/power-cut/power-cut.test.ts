import fs from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startSimulator } from '#lib/simulator/control.ts';
import { contentsOf, layWhole } from '#lib/testing/campaign/folders.ts';
import { dice } from '#lib/testing/seed/pools.ts';
import { chooseCuts } from '#scripts/power-cut/cuts.ts';
import { makeBase } from '#scripts/power-cut/make-base.ts';
import { runCuts } from '#scripts/power-cut/run-cuts.ts';
import { dataDirIn, recordWork } from '#scripts/power-cut/runs.ts';

// The short form of `npm run campaign:power-cut`: six cuts of one run.

// A quarter of a minute on an idle machine; several times that on a busy one.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let base = '';
let run: Awaited<ReturnType<typeof recordWork>>;
const end = () => run.recording.operations.length;

beforeAll(async () => {
  base = makeBase();
  const simulator = await startSimulator();
  try {
    run = await recordWork(`${base}/live`, { start: 'making', simulator, ms: 2_500, batchLines: 60 });
  } finally {
    await simulator.stop();
  }
});
afterAll(() => fs.rmSync(base, { recursive: true, force: true, maxRetries: 5 }));

it('the record of a run is all that it did to its folder', () => {
  layWhole(run.recording, `${base}/whole`);
  expect(contentsOf(`${base}/whole`)).toEqual(contentsOf(`${base}/live`));
  expect(contentsOf(dataDirIn(`${base}/live`))).toHaveProperty('database/PG_VERSION');
});

it('after a power cut the database opens, every acknowledged row is there, and no batch by halves', async () => {
  const roll = dice(7);
  // Before it is whole a new database costs seconds to make again; the long form does that too.
  const cuts = chooseCuts(run, 30, roll).filter(({ phase }) => phase !== 'making');
  // Two on each model of the disk, early and late.
  const some = [...Map.groupBy(cuts, ({ survival }) => survival).values()]
    .flatMap((same, model) => same.filter((_, place) => place % 4 === model + 1))
    .sort((one, other) => one.at - other.at);
  const ends = await runCuts(run, some, { base, roll });
  expect(ends.filter(({ opened, lost, wrong }) => !opened || lost.length + wrong.length > 0)).toEqual([]);
  expect(ends).toHaveLength(6);
  expect(new Set(ends.map(({ survival }) => survival)).size).toBe(3);
  expect(Math.max(...ends.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(60);
});

it('rows that a disk only said it had synced are found to be lost', async () => {
  const liesFrom = run.phases.find(({ name }) => name === 'working')?.from ?? 0;
  const cut = { at: end(), phase: 'stopping', survival: 'forgets' as const };
  const [lied] = await runCuts(run, [cut], { base, roll: dice(7), liesFrom });
  expect(lied).toMatchObject({ opened: true, wrong: [] });
  expect(lied?.lost.length).toBeGreaterThan(60);
});
