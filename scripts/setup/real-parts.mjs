import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './chromium.mjs';

/** The programs that stand around a console in use, with the Debian package of each. */
const programs = {
  pgbouncer: 'pgbouncer',
  nginx: 'nginx-light',
  supervisord: 'supervisor',
  openssl: 'openssl',
};

/** Sees to the programs that the tests put around the console; where one can not be had, its tests say so. */
export function ensureRealParts() {
  const missing = () => Object.keys(programs).filter((name) => !isInstalled(name));
  if (missing().length > 0) installPackages(missing().map((name) => programs[name]));
  for (const name of missing()) console.log(`No ${name} here: the tests that need it will be skipped.`);
}

/** Daemons are installed where an ordinary user's PATH does not lead. */
function isInstalled(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => existsSync(join(folder, name)));
}
