import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newestLock, readLock } from '#lib/db/lock-file.ts';
import { freePort } from '#lib/testing/console.ts';
import { dataFoldersForTests } from '#lib/testing/db/folders.ts';
import { requireProgram } from '#scripts/real-parts/require-program.ts';

// SIGTERM as each kind of parent gives it: the console stops in order, gives its lock back and leaves nobody behind. npm test
// builds before: here npm start finds everything done.

const folders = dataFoldersForTests();
const limitMs = 180_000;
const supervisord = requireProgram('supervisord');
const unshare = ['--pid', '--fork', '--mount-proc', '--kill-child'];
const mayUnshare = spawnSync('unshare', [...unshare, 'true']).status === 0;
if (!mayUnshare) console.warn('Skipping the test as process 1: this user may not make a process namespace.');

type Started = { child: ChildProcess; output: () => string; dataDir: string; port: number };

/** Starts a program that starts the console in the end, and waits for its first-run link, printed or in `logFile`. */
async function startUnder(
  program: string,
  parameters: string[],
  extra: Record<string, string> = {},
  logFile?: string,
): Promise<Started> {
  const [dataDir, port] = [folders.copy(), await freePort()];
  const { CCC_ENDPOINT, TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY, DATABASE_URL, ...env } = process.env;
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, ...extra },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += String(chunk);
      if (/First run: .*\n/.test(printed)) resolve();
    });
  const poll = setInterval(() => {
    if (logFile === undefined || !fs.existsSync(logFile)) return;
    printed = fs.readFileSync(logFile, 'utf8');
    if (/First run: .*\n/.test(printed)) resolve();
  }, 100);
  onTestFinished(() => clearInterval(poll));
  child.once('exit', () => reject(new Error(`It ended before it was ready:\n${printed}`)));
  await promise;
  return { child, output: () => printed, dataDir, port };
}

const ownerOf = ({ dataDir }: Started) => readLock(newestLock(path.join(dataDir, 'database.lock')));
const isGone = (pid: number) => !fs.existsSync(`/proc/${pid}`);

/** After the signal: everybody gone within the deadline, the lock given back, the port free. */
async function expectStopped(started: Started, serverPid: number): Promise<void> {
  for (
    let waitedMs = 0;
    waitedMs < 20_000 && !(ownerOf(started)?.released && isGone(serverPid));
    waitedMs += 50
  )
    await pause(50);
  expect(ownerOf(started)?.released).toBe(true);
  expect(isGone(serverPid)).toBe(true);
  await expect(fetch(`http://127.0.0.1:${started.port}/api/health`)).rejects.toThrow();
  expect(started.output()).not.toMatch(/\n\s+at /);
}

/** A switch of Node's that sends every request of the process through a proxy, also those to itself. */
const throughProxy = {
  NODE_USE_ENV_PROXY: '1',
  HTTP_PROXY: 'http://127.0.0.1:9',
  http_proxy: 'http://127.0.0.1:9',
};

test('SIGTERM to npm start reaches the server; Node’s proxy switch keeps it from nothing', {
  timeout: limitMs,
}, async () => {
  const started = await startUnder('npm', ['start'], throughProxy);
  const { pid = 0 } = ownerOf(started) ?? {};
  const ended = once(started.child, 'exit');
  started.child.kill('SIGTERM');
  await ended;
  await expectStopped(started, pid);
});

test('a start script that is killed takes the server along, in order', { timeout: limitMs }, async () => {
  const started = await startUnder(process.execPath, ['scripts/start.mjs']);
  const { pid = 0 } = ownerOf(started) ?? {};
  started.child.kill('SIGKILL');
  await expectStopped(started, pid);
});

test.skipIf(supervisord === null)('a supervisor stops it', { timeout: limitMs }, async () => {
  const folder = folders.empty();
  fs.mkdirSync(folder);
  const settings = path.join(folder, 'supervisord.conf');
  fs.writeFileSync(
    settings,
    `[supervisord]\nnodaemon=true\n${process.getuid?.() === 0 ? 'user=root\n' : ''}logfile=/dev/null\nlogfile_maxbytes=0\npidfile=${folder}/pid\n
[program:patchboard]\ncommand=npm start\ndirectory=${process.cwd()}\nstdout_logfile=${folder}/out\nredirect_stderr=true\n`,
  );
  const started = await startUnder(supervisord ?? '', ['-c', settings], {}, path.join(folder, 'out'));
  const { pid = 0 } = ownerOf(started) ?? {};
  const ended = once(started.child, 'exit');
  started.child.kill('SIGTERM');
  await ended;
  await expectStopped(started, pid);
});

test.skipIf(!mayUnshare)('as process 1 of a container it stops in order', { timeout: limitMs }, async () => {
  const started = await startUnder('unshare', [...unshare, 'npm', 'start']);
  // Outside of the namespace process 1 has a number of its own: it is the only child of unshare.
  const children = fs.readFileSync(`/proc/${started.child.pid}/task/${started.child.pid}/children`, 'utf8');
  const first = Number(children.trim());
  const ended = once(started.child, 'exit');
  process.kill(first, 'SIGTERM');
  await ended;
  await expectStopped(started, first);
});
