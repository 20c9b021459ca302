import { existsSync } from 'node:fs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { main, run } from './setup/run.mjs';

// npm run worker: what a fresh clone needs, then a process that only sends batches.
await main(async () => {
  ensureDependencies();
  const envFile = existsSync('.env') ? ['--env-file=.env'] : [];
  return run(findNode(), [...envFile, '--conditions=react-server', 'scripts/worker.ts'], {
    NODE_ENV: 'production',
  });
});
