import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PlantedBug, plantedBugs } from '#scripts/chaos/mutants.ts';

// npm run chaos:prove -- [--seed 7] [--only 1,5] [--planted-only] [--folder kept]: plants one mistake after the other into a
// copy of the tree, builds it, and runs the schedule that has to turn red. First the copy without a mistake, whose schedules have to be green.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    only: { type: 'string' },
    'planted-only': { type: 'boolean', default: false },
    folder: { type: 'string' },
  },
});
const chosen = values.only?.split(',').map(Number);
const bugs = plantedBugs.filter((_bug, index) => !chosen || chosen.includes(index + 1));

/**
 * A copy that may be broken: everything git knows or would add, and the installed packages by link where links can be made. A
 * build there keeps what the next one can use again, since one file or two differ.
 */
function copyTree(): string {
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'patchboard-prove-'));
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' });
  if (listed.status !== 0) throw new Error('chaos:prove copies the files of a git checkout.');
  for (const file of listed.stdout.split('\n').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  if (
    !existsSync(join(folder, 'node_modules')) &&
    spawnSync('cp', ['-al', 'node_modules', folder]).status !== 0
  )
    cpSync('node_modules', join(folder, 'node_modules'), { recursive: true });
  edit(join(folder, 'next.config.js'), 'FileSystemCacheForBuild: false', 'FileSystemCacheForBuild: true');
  return folder;
}

function edit(path: string, find: string, put: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${path} has no “${find}”.`);
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
}

/** A build takes one minute, a schedule up to three. */
const longestMs = 8 * 60_000;

type Ran = { red: boolean; output: string };

function run(folder: string, args: readonly string[]): Ran {
  const ran = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    // A mistake may make the product wait forever: that is red too.
    timeout: longestMs,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  const late = ran.error ? `\n  !! it did not end within ${longestMs / 60_000} minutes` : '';
  return { red: ran.status !== 0, output: `${ran.stdout}${ran.stderr}${late}` };
}

function build(folder: string): void {
  const { red, output } = run(folder, ['scripts/build.mjs']);
  if (red) throw new Error(`The copy could not be built:\n${output.slice(-4_000)}`);
}

const chaos = (folder: string, { faults, database }: Pick<PlantedBug, 'faults' | 'database'>): Ran =>
  run(folder, [
    '--conditions=react-server',
    'scripts/chaos/main.ts',
    ...['--seed', values.seed, '--faults', faults, '--database', database],
  ]);

/** The rules and expectations that were broken, as chaos prints them: whether they are those of the mistake is for a reader. */
const complaintsOf = ({ output }: Ran): string => {
  const complaints = output.split('\n').filter((line) => line.startsWith('  !! '));
  const shown = complaints.slice(0, 4).map((line) => `\n     ${line.slice(5, 240)}`);
  return complaints.length === 0 ? `\n     ${output.trim().split('\n').at(-1)}` : shown.join('');
};

function plant(folder: string, { edits }: PlantedBug): () => void {
  const originals = edits.map(({ file }) => [file, readFileSync(file, 'utf8')] as const);
  for (const { file, find, put } of edits) edit(join(folder, file), find, put);
  return () => {
    for (const [file, text] of originals) writeFileSync(join(folder, file), text);
  };
}

const folder = copyTree();
const began = performance.now();
let missed = 0;
try {
  if (!values['planted-only']) build(folder);
  const schedules = new Map(bugs.map((bug) => [`${bug.database} ${bug.faults}`, bug]));
  for (const [name, schedule] of values['planted-only'] ? [] : schedules) {
    const clean = chaos(folder, schedule);
    console.log(`without a mistake, ${name}: ${clean.red ? `RED${complaintsOf(clean)}` : 'green'}`);
    if (clean.red) missed += 1;
  }
  for (const bug of bugs) {
    const takeBack = plant(folder, bug);
    build(folder);
    const ran = chaos(folder, bug);
    takeBack();
    if (!ran.red) missed += 1;
    const verdict = ran.red ? `red${complaintsOf(ran)}` : 'NOT NOTICED';
    console.log(`${plantedBugs.indexOf(bug) + 1}. ${bug.name} (${bug.database}, ${bug.faults}): ${verdict}`);
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
const took = `${((performance.now() - began) / 60_000).toFixed(1)} min`;
console.log(
  missed === 0
    ? `\nAll ${bugs.length} were noticed, ${took}.`
    : `\n${missed} runs were not as they have to be, ${took}.`,
);
process.exitCode = missed === 0 ? 0 : 1;
