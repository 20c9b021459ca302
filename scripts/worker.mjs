import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { envFileArguments } from './setup/env-file.mjs';
import { main, run } from './setup/run.mjs';

// npm run worker: what a fresh clone needs, then a process that only sends batches.
await main(async () => {
  const envFile = envFileArguments();
  await ensureDependencies();
  return run(
    findNode(),
    [...envFile, '--conditions=react-server', 'scripts/worker.ts'],
    { NODE_ENV: 'production' },
    { tied: true },
  );
});
