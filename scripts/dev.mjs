import { existsSync } from 'node:fs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { main, run } from './setup/run.mjs';

// npm run dev: the console with hot reload, on the same server as npm start.
await main(() => {
  ensureDependencies();
  const envFile = existsSync('.env') ? ['--env-file=.env'] : [];
  return run(findNode(), [...envFile, 'server.ts', '--dev'], {
    NODE_ENV: 'development',
    NEXT_TELEMETRY_DISABLED: '1',
  });
});
