import { existsSync } from 'node:fs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { main, run } from './setup/run.mjs';

// npm run admin -- COMMAND: what the person who runs the server can do without signing in.
await main(async () => {
  ensureDependencies();
  const envFile = existsSync('.env') ? ['--env-file=.env'] : [];
  const parameters = process.argv.slice(2);
  return run(findNode(), [...envFile, '--conditions=react-server', 'scripts/admin.ts', ...parameters], {
    NODE_ENV: 'production',
  });
});
