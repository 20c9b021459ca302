import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { installPackages } from './chromium.mjs';

/** Sees to the PostgreSQL programs for the tests on both databases; where they can not be had, those tests say so. */
export function ensurePostgres() {
  if (!hasPostgres()) installPackages(['postgresql']);
  if (!hasPostgres()) console.log('No PostgreSQL here: the tests that need it will be skipped.');
}

function hasPostgres() {
  const root = '/usr/lib/postgresql';
  const packaged =
    existsSync(root) && readdirSync(root).some((version) => existsSync(`${root}/${version}/bin/initdb`));
  return packaged || spawnSync('initdb', ['--version'], { stdio: 'ignore' }).status === 0;
}
