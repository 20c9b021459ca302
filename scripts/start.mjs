import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { envFileArguments } from './setup/env-file.mjs';
import { isStopping, main, run } from './setup/run.mjs';

// npm start: everything a fresh clone needs, then the console. Runs on any Node from 20; the console itself on 24.
await main(async () => {
  const envFile = envFileArguments();
  await ensureDependencies();
  const node = findNode();
  const checked = await run(node, [...envFile, 'server.ts', '--check']);
  // A check that a signal ended says nothing.
  if (checked !== 0 || isStopping()) return checked;
  await ensureBuild(node);
  if (isStopping()) return 0;
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  return run(node, [...envFile, 'server.ts'], env, { tied: true });
});
