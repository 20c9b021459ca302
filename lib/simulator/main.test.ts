import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startSimulator } from '#lib/simulator/control.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const start = (...flags: string[]) =>
  spawn(process.execPath, [main, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
const firstLine = async (child: ChildProcess): Promise<string> =>
  String((await once(child.stdout ?? child, 'data'))[0]);

const reaches = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    for (const event of ['error', 'timeout'] as const) socket.once(event, () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

test('one line of JSON says where it listens, and SIGTERM ends it with 0', async () => {
  const child = start('--secret-id', 'my-id', '--secret-key', 'my-key');
  const line = await firstLine(child);
  expect(line.split('\n')).toHaveLength(2);
  expect(JSON.parse(line)).toEqual({
    endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    secretId: 'my-id',
    secretKey: 'my-key',
  });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('it listens on loopback alone', async () => {
  const { endpoint, controlUrl, stop } = await startSimulator();
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const port of [endpoint, controlUrl].map((url) => Number(new URL(url).port))) {
    expect(await reaches('127.0.0.1', port)).toBe(true);
    for (const { address } of own.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      expect(await reaches(address, port)).toBe(false);
    }
  }
  await stop();
});

test('told to die with its parent, it goes when the parent is killed without a word', async () => {
  const script = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, [${JSON.stringify(main)}, '--die-with-parent'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdout.once('data', (line) => console.log(JSON.stringify({ ...JSON.parse(line), pid: child.pid })));`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { endpoint, pid } = JSON.parse(await firstLine(parent));
  const port = Number(new URL(endpoint).port);
  expect(await reaches('127.0.0.1', port)).toBe(true);
  parent.kill('SIGKILL');
  try {
    await expect.poll(() => reaches('127.0.0.1', port), { timeout: 5000 }).toBe(false);
  } catch (error) {
    process.kill(pid, 'SIGKILL');
    throw error;
  }
});

test('what it does not understand stops it with 2 and its usage, and nothing on stdout', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--nonsense'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('--strict-world');
});

test('a taken port rejects the start instead of waiting for ever', async () => {
  const { endpoint, stop } = await startSimulator();
  await expect(startSimulator({ port: Number(new URL(endpoint).port) })).rejects.toThrow(/stopped at start/);
  await stop();
});

test('the control file repeats the ready line and is private', async () => {
  const file = join(tmpdir(), `simulator-${process.pid}.json`);
  const child = start('--control-file', file);
  const line = await firstLine(child);
  expect(readFileSync(file, 'utf8')).toBe(line);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  rmSync(file);
  child.kill('SIGTERM');
  await once(child, 'exit');
});
