import fs from 'node:fs';
import path from 'node:path';

const forOthers = 0o077;

/** Takes every right on what lies in `folder` from everybody but its owner. Windows keeps no such rights. */
export function makePrivate(folder: string): void {
  const entries = fs.readdirSync(/* turbopackIgnore: true */ folder, { recursive: true, encoding: 'utf8' });
  for (const entry of ['', ...entries]) takeFromOthers(path.join(folder, entry));
}

function takeFromOthers(file: string): void {
  const { mode } = fs.lstatSync(/* turbopackIgnore: true */ file);
  if ((mode & forOthers) !== 0) fs.chmodSync(/* turbopackIgnore: true */ file, mode & 0o700);
}
