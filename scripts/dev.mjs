import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { envFileArguments } from './setup/env-file.mjs';
import { main, run } from './setup/run.mjs';

// npm run dev: the console with hot reload, on the same server as npm start.
await main(async () => {
  const envFile = envFileArguments();
  await ensureDependencies();
  return run(
    findNode(),
    [...envFile, 'server.ts', '--dev'],
    {
      NODE_ENV: 'development',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    { tied: true },
  );
});
