import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs a process that comes to three places, and tells how far it got. */
function journey(active: string | null): { seen: string; signal: string | null } {
  const module = new URL('./fail-point.ts', import.meta.url).href;
  const steps = ['mid-write', 'answer-read', 'mid-write'];
  const script = `import { writeSync } from 'node:fs';
    const { reachFailPoint } = await import('${module}');
    for (const place of ${JSON.stringify(steps)}) {
      reachFailPoint(${JSON.stringify(active)}, place);
      writeSync(1, place + ' ');
    }`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  return { seen: run.stdout.trim(), signal: run.signal };
}

test('without a name nothing ends', () => {
  expect(journey(null)).toEqual({ seen: 'mid-write answer-read mid-write', signal: null });
});

test('a name ends the process where it comes to that place', () => {
  expect(journey('answer-read')).toEqual({ seen: 'mid-write', signal: 'SIGKILL' });
});

test('a number lets the process come there more often', () => {
  expect(journey('mid-write:2')).toEqual({ seen: 'mid-write answer-read', signal: 'SIGKILL' });
  expect(journey('mid-write:3')).toEqual({ seen: 'mid-write answer-read mid-write', signal: null });
});
