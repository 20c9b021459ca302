import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { rounded } from '#scripts/bench/figures.ts';

// npm run bench:engine -- --to FILE [--only loop,statement]: every benchmark that a change of the embedded engine may move, one
// after another, into one report, so that two builds can be compared. About an hour on an idle machine; `--quick` takes a
// quarter of it. The production build has to be there.

const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const minutes = values.quick ? '2' : '10';
const historyRows = values.quick ? '100000' : '1000000';
const commands: Record<string, string[]> = {
  statement: [],
  loop: [],
  action: [],
  start: [],
  bulk: ['--numbers', values.quick ? '400' : '2000', '--only', 'embedded'],
  load: ['--minutes', minutes],
  history: ['--embedded', historyRows],
  pages: [],
};
/** No benchmark takes longer on an idle machine. */
const longestMs = 45 * 60_000;

const chosen = values.only?.split(',') ?? Object.keys(commands);
const unknown = chosen.find((name) => !(name in commands));
if (unknown !== undefined)
  throw new Error(`--only takes ${Object.keys(commands).join(', ')}; not ${unknown}.`);

const report = values.to === undefined ? null : createWriteStream(values.to);
const print = (text: string) => {
  process.stdout.write(text);
  report?.write(text);
};

let failed = 0;
for (const name of chosen) {
  print(`\n## npm run bench:${name} ${commands[name]?.join(' ')}\n\n`);
  print(`load before ${rounded(loadavg()[0] ?? Number.NaN)} on ${cpus().length} cores\n\n`);
  const startedMs = performance.now();
  const child = spawn('npm', ['run', '--silent', `bench:${name}`, '--', ...(commands[name] ?? [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, to be ended as a whole.
    detached: true,
  });
  const endGroup = () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGTERM'));
  process.once('exit', endGroup);
  const timer = setTimeout(endGroup, longestMs);
  child.stdout.on('data', (chunk: Buffer) => print(chunk.toString()));
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  process.off('exit', endGroup);
  if (code !== 0) failed += 1;
  print(
    `\n${code === 0 ? 'done' : `FAILED (${code})`} in ${rounded((performance.now() - startedMs) / 1000, 0)} s\n`,
  );
}
report?.end();
process.exitCode = failed === 0 ? 0 : 1;
