import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** A command gives the lines to print; what it throws is printed as a sentence, with exit code 1. */
export type Command = (parameters: readonly string[]) => Promise<CommandAnswer>;
export type CommandAnswer = { ok: boolean; lines: string[] };
/** The closed list of what can be asked for. */
export type Commands = Readonly<Record<string, Command>>;

type Question = { command: string; parameters: string[] };

/** A question or an answer, in bytes. */
const largest = 65_536;
/** A command that takes longer is given up by who asked, in ms. */
const patienceMs = 30_000;
/** Unix allows 104 to 108 bytes for the path of a socket. */
const longestPath = 103;

/** Where the console that has `dataDir` open listens. Throws where the path is too long for a socket. */
export function controlPath(dataDir: string): string {
  const whole = path.resolve(/* turbopackIgnore: true */ dataDir, 'control.sock');
  const short = path.relative(process.cwd(), whole);
  const file = [whole, short].find((each) => Buffer.byteLength(each) <= longestPath);
  if (file === undefined)
    throw new Error(`The path ${whole} is too long for a socket. Use a shorter DATA_DIR.`);
  return file;
}

/**
 * Answers commands of `npm run admin` on a Unix socket that only this user may open. One question and one answer a
 * connection, each a line of JSON. A socket that a dead console left is replaced: the caller holds the lock of the folder, so
 * nobody else listens there. Gives back what stops listening and removes the socket.
 */
export async function listenForCommands(file: string, commands: Commands): Promise<() => Promise<void>> {
  fs.rmSync(/* turbopackIgnore: true */ file, { force: true });
  const server = net.createServer({ allowHalfOpen: true }, (socket) => void answer(socket, commands));
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ path: file, readableAll: false, writableAll: false }, resolve);
  await listening;
  fs.chmodSync(/* turbopackIgnore: true */ file, 0o600);
  server.unref();
  return async () => {
    const { promise: closed, resolve: done } = Promise.withResolvers<void>();
    server.close(() => done());
    await Promise.race([closed, new Promise((late) => setTimeout(late, 1_000).unref())]);
    fs.rmSync(/* turbopackIgnore: true */ file, { force: true });
  };
}

async function answer(socket: net.Socket, commands: Commands): Promise<void> {
  socket.setTimeout(patienceMs, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  const reply = await perform(await readLine(socket), commands);
  socket.end(`${JSON.stringify(reply)}\n`);
}

async function perform(line: string | null, commands: Commands): Promise<CommandAnswer> {
  const question = readQuestion(line);
  const command =
    question && Object.hasOwn(commands, question.command) ? commands[question.command] : undefined;
  if (!question || !command) return { ok: false, lines: ['The console does not know this command.'] };
  try {
    return await command(question.parameters);
  } catch (error) {
    return { ok: false, lines: [error instanceof Error ? error.message : 'The command failed.'] };
  }
}

function readQuestion(line: string | null): Question | null {
  const read = parseRecord(line);
  if (typeof read?.command !== 'string' || !isTexts(read.parameters)) return null;
  return { command: read.command, parameters: read.parameters };
}

/** Asks the console that listens at `file`; null when none does. */
export async function askConsole(file: string, question: Question): Promise<CommandAnswer | null> {
  const socket = net.connect({ path: file, allowHalfOpen: true });
  const { promise: connected, resolve, reject } = Promise.withResolvers<void>();
  socket.once('connect', resolve);
  socket.once('error', reject);
  try {
    await connected;
  } catch (error) {
    if (isNobody(error)) return null;
    throw error;
  }
  socket.on('error', () => socket.destroy());
  socket.setTimeout(patienceMs, () => socket.destroy());
  socket.end(`${JSON.stringify(question)}\n`);
  const read = parseRecord(await readLine(socket));
  if (typeof read?.ok === 'boolean' && isTexts(read.lines)) return { ok: read.ok, lines: read.lines };
  throw new Error('The console gave no answer that can be read. It may have stopped meanwhile; try again.');
}

const isNobody = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED');

/** What arrives up to the first line break or the end; null where it is too much. */
async function readLine(socket: net.Socket): Promise<string | null> {
  let text = '';
  socket.setEncoding('utf8');
  try {
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
      text += chunk;
      if (text.length > largest) return null;
      if (text.includes('\n')) break;
    }
  } catch {
    return null;
  }
  return text.split('\n', 1)[0] ?? '';
}

function parseRecord(line: string | null): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(line ?? '');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
