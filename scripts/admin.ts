import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { adminCommands, commandUsage } from '#lib/commands.ts';
import { openDatabase } from '#lib/db/open.ts';
import { askConsole, type CommandAnswer, controlPath } from '#lib/server/control-socket.ts';
import { env } from '#lib/server/env.ts';

// On PostgreSQL it opens the database by DATABASE_URL, beside the console. The embedded database belongs to the console that
// runs, so that one is asked; where none runs, this process opens it.

const [command = '', ...parameters] = process.argv.slice(2);

async function withOwnDatabase(): Promise<CommandAnswer> {
  const { databaseUrl, dataDir, appOrigin } = env;
  if (databaseUrl === null && !existsSync(join(dataDir, 'database')))
    return { ok: false, lines: [`There is no database in DATA_DIR (${dataDir}). Start the console once.`] };
  const open = await openDatabase({ databaseUrl, dataDir });
  try {
    const run = adminCommands({ db: open.db, origin: appOrigin })[command];
    return run ? await run(parameters) : { ok: false, lines: commandUsage };
  } finally {
    await open.close();
  }
}

async function perform(): Promise<CommandAnswer> {
  if (!['reset'].includes(command)) return { ok: false, lines: commandUsage };
  const told =
    env.databaseUrl === null ? await askConsole(controlPath(env.dataDir), { command, parameters }) : null;
  return told ?? withOwnDatabase();
}

try {
  const { ok, lines } = await perform();
  for (const line of lines) (ok ? console.log : console.error)(line);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
