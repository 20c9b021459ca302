import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { main, run } from './setup/run.mjs';

// npm run check: the quick inner loop. Stops at the first step that fails.
await main(async () => {
  await ensureDependencies();
  const node = findNode();
  const steps = [
    ['Format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
    ['Types', 'node_modules/next/dist/bin/next', ['typegen']],
    ['Types', 'node_modules/typescript/bin/tsc', ['--noEmit']],
    // The kill campaign needs a build and a minute and a half: npm test runs it.
    ['Unit tests', 'node_modules/vitest/vitest.mjs', ['run', '--exclude', 'scripts/campaign/kill.test.ts']],
  ];
  for (const [title, program, args] of steps) {
    console.log(`\n— ${title}`);
    const code = await run(node, [program, ...args], { NEXT_TELEMETRY_DISABLED: '1' });
    if (code !== 0) return code;
  }
});
