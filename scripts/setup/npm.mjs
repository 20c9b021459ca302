import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * How to call npm: by the file that it was itself started from, else by the one beside Node, else by name. Its name alone is
 * a script that Windows can not spawn, and may be missing from the PATH.
 */
export function npmCommand(execPath = process.execPath, env = process.env) {
  const folder = dirname(execPath);
  const files = [
    // Other package managers put themselves there too.
    ...(/^npm-cli\.[cm]?js$/.test(basename(env.npm_execpath ?? '')) ? [env.npm_execpath] : []),
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const file = files.find((each) => existsSync(each));
  return file ? { program: execPath, args: [file] } : { program: 'npm', args: [] };
}
