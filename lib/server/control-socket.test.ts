import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askConsole, type Commands, controlPath, listenForCommands } from '#lib/server/control-socket.ts';

let folder: string;
let file: string;
let stop: (() => Promise<void>) | null = null;

const commands: Commands = {
  echo: async (parameters) => ({ ok: true, lines: [...parameters] }),
  fail: async () => Promise.reject(new Error('It did not work.')),
};

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patchboard-control-'));
  file = controlPath(folder);
});
afterEach(async () => {
  await stop?.();
  stop = null;
  fs.rmSync(folder, { recursive: true, force: true });
});

const listen = async () => {
  stop = await listenForCommands(file, commands);
};
const ask = (command: string, ...parameters: string[]) => askConsole(file, { command, parameters });

/** Writes bytes as they are and gives what comes back. */
async function say(bytes: string | Buffer): Promise<string> {
  const socket = net.connect({ path: file, allowHalfOpen: true });
  const chunks: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => resolve());
  socket.on('close', () => resolve());
  socket.on('end', () => resolve());
  socket.end(bytes);
  await promise;
  socket.destroy();
  return Buffer.concat(chunks).toString();
}

test('a command is answered, with parameters of any text', async () => {
  await listen();
  expect(await ask('echo', 'a b', '邮箱', '"\n"', '')).toEqual({
    ok: true,
    lines: ['a b', '邮箱', '"\n"', ''],
  });
});

test('only the user that runs the console may open the socket', async () => {
  await listen();
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});

test('what a command throws is answered as a sentence, and the next one works', async () => {
  await listen();
  expect(await ask('fail')).toEqual({ ok: false, lines: ['It did not work.'] });
  expect(await ask('echo', 'again')).toEqual({ ok: true, lines: ['again'] });
});

test.each(['constructor', '__proto__', 'toString', 'Echo', ''])('there is no command %j', async (command) => {
  await listen();
  expect(await ask(command)).toEqual({ ok: false, lines: ['The console does not know this command.'] });
});

test.each([
  ['nothing', ''],
  ['no JSON', 'echo a\n'],
  ['a list', '["echo"]\n'],
  ['null', 'null\n'],
  ['parameters that are no texts', '{"command":"echo","parameters":[1]}\n'],
  ['too much', 'x'.repeat(1_000_000)],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a])],
])('%s is refused, and the next one works', async (_what, bytes) => {
  await listen();
  await say(bytes);
  expect(await ask('echo', 'still here')).toEqual({ ok: true, lines: ['still here'] });
});

test('where no console runs nobody answers, also beside a socket that a dead one left', async () => {
  expect(await ask('echo')).toBeNull();
  const dead = net.createServer();
  await new Promise<void>((resolve) => dead.listen(`${file}.dead`, resolve));
  // The name of a socket stays where its process ends without a word.
  fs.linkSync(`${file}.dead`, file);
  await new Promise((resolve) => dead.close(resolve));
  expect(fs.existsSync(file)).toBe(true);
  expect(await ask('echo')).toBeNull();
  await listen();
  expect(await ask('echo', 'new')).toEqual({ ok: true, lines: ['new'] });
});

test('stopping removes the socket, also while somebody is connected and silent', async () => {
  await listen();
  const silent = net.connect(file);
  await new Promise((resolve) => silent.once('connect', resolve));
  await stop?.();
  stop = null;
  silent.destroy();
  expect(fs.existsSync(file)).toBe(false);
  expect(await ask('echo')).toBeNull();
});

test('a folder whose path is too long for a socket is refused with a sentence', () => {
  expect(() => controlPath(`/${'long/'.repeat(40)}`)).toThrow(
    /too long for a socket. Use a shorter DATA_DIR/,
  );
});
