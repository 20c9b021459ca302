import fs from 'node:fs';
import path from 'node:path';

/** Daemons are installed where an ordinary user's PATH does not lead. */
const folders = () => [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/sbin',
];

/** Where a program is, or null with the reason printed: its tests are then skipped, except in CI. */
export function requireProgram(name: string): string | null {
  const found = folders()
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
  if (found) return found;
  const reason = `${name} is not installed.`;
  if (process.env.CI === 'true') throw new Error(`${reason} With CI=true its tests are not skipped.`);
  console.warn(`Skipping the tests with ${name}: ${reason}`);
  return null;
}
