import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { main } from './setup/run.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureBuild(findNode());
});
