import { existsSync } from 'node:fs';
import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { main, run } from './setup/run.mjs';

// npm start: everything a fresh clone needs, then the console. Runs on any Node from 20; the console itself on 24.
await main(async () => {
  ensureDependencies();
  const node = findNode();
  const envFile = existsSync('.env') ? ['--env-file=.env'] : [];
  const checked = await run(node, [...envFile, 'server.ts', '--check']);
  if (checked !== 0) return checked;
  ensureBuild(node);
  return run(node, [...envFile, 'server.ts'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
});
