import type { BatchesPage, BatchView } from '#lib/batches/view.ts';
import { paths } from '#lib/paths.ts';
import { kill } from '#lib/testing/ready-process.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { cutAtEveryByte } from '#scripts/chaos/faults/cut-file.ts';
import { diedAt } from '#scripts/chaos/faults/killed.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import type { Person } from '#scripts/chaos/person.ts';
import type { Random } from '#scripts/chaos/random.ts';
import { wait } from '#scripts/chaos/wait.ts';

/** Stored in several statements, so that there is a middle. */
const lineCount = 2_500;
const randomKills = 3;

type Wish = { lines: { number: string }[]; start: { key: string; seen: null[] } };

function wishOf(ground: Environment, random: Random): Wish {
  const lines = ground.numbers(lineCount).map((number) => ({ number }));
  return { lines, start: { key: random.uuid(), seen: lines.map(() => null) } };
}

/** Absent, or there with every line. */
function describeStored(batches: readonly BatchView[], before: ReadonlySet<string>): string {
  const found = batches.filter(({ id }) => !before.has(id));
  if (found.length === 0) return 'absent';
  const [batch] = found;
  const lines = Object.values(batch?.counts ?? {}).reduce((sum, count) => sum + count, 0);
  return found.length === 1 && lines === lineCount ? 'complete' : `${found.length} with ${lines} lines`;
}

const batchesOf = async (person: Person): Promise<BatchView[]> =>
  (await person.get<BatchesPage>(paths.api.batches)).batches;

/** Starts the console again, looks at what is there, asks again under the key, and stops what began. */
async function lookAndStop(
  ground: Environment,
  { lines, start }: Wish,
  before: Set<string>,
): Promise<string[]> {
  const person = await ground.startServer();
  const found = describeStored(await batchesOf(person), before);
  const heard = await person.sendBatch(lines, start);
  const id = heard !== 'lost' && heard.ok && heard.value.kind === 'started' ? heard.value.batchId : '';
  await person.changeBatch(id, 'stopped');
  const asked = describeStored(await batchesOf(person), before);
  before.add(id);
  await person.batchAt(id, ['stopped']);
  await ground.stopAll();
  return [found, asked];
}

async function killWhileStoring(ground: Environment, random: Random): Promise<Finding[]> {
  const before = new Set<string>();
  const first = await ground.startServer();
  const calm = wishOf(ground, random);
  const began = performance.now();
  await first.sendBatch(calm.lines, calm.start);
  const storeMs = performance.now() - began;
  for (const { id } of await batchesOf(first)) {
    before.add(id);
    await first.changeBatch(id, 'stopped');
  }
  await ground.stopAll();

  const findings: Finding[] = [];
  for (const place of ['before-batch-commit', 'after-batch-commit'] as const) {
    const person = await ground.startServer({ PATCHBOARD_FAIL_POINT: place });
    const wish = wishOf(ground, random);
    const heard = person.sendBatch(wish.lines, wish.start);
    await diedAt(ground, place);
    const expected = place === 'before-batch-commit' ? 'absent' : 'complete';
    findings.push(
      same(`killed ${place}, heard`, await heard, 'lost'),
      same('found, then asked again under its key', await lookAndStop(ground, wish, before), [
        expected,
        'complete',
      ]),
    );
  }

  const found: string[] = [];
  for (let round = 0; round < randomKills; round += 1) {
    const person = await ground.startServer();
    const wish = wishOf(ground, random);
    const heard = person.sendBatch(wish.lines, wish.start);
    await wait(Math.round((storeMs * random.int(10, 95)) / 100));
    await kill(ground.server.process);
    await heard;
    const [there = '', asked] = await lookAndStop(ground, wish, before);
    found.push(asked === 'complete' ? there : `asked again: ${asked}`);
  }
  const half = found.filter((word) => word !== 'absent' && word !== 'complete');
  return [
    ...findings,
    same(
      `killed ${randomKills} times at some moment while ${lineCount} lines are stored (${found}), half there`,
      half,
      [],
    ),
    within('time to store them', storeMs, { to: 30_000, unit: 'ms' }),
  ];
}

export const brokenImport: Fault = {
  n: 25,
  title: 'killed while a batch is stored, and files that were cut',
  databases,
  async run(ground, random) {
    return [...cutAtEveryByte(random.branch('file')), ...(await killWhileStoring(ground, random))];
  },
};
