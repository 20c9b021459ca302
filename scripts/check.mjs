import { ensureDependencies, findNode } from './setup/dependencies.mjs';
import { main, run } from './setup/run.mjs';

const slow = [
  'lib/bind-number/**',
  'lib/db/{durable-file-system,embedded}.test.ts',
  'lib/delivery/**',
  'lib/exports/service.test.ts',
  'lib/history/hostile-search.test.ts',
  'lib/numbers/sync.test.ts',
  'lib/timeline/timeline.test.ts',
  'lib/auth/sign-in-under-attack.test.ts',
  'lib/background.test.ts',
  'lib/rate-limit/**',
  'lib/batches/{fair-turns,large-batch,run,run-faults,stop}.test.ts',
  'scripts/**',
];

// npm run check: the quick inner loop. Stops at the first step that fails.
await main(async () => {
  await ensureDependencies();
  const node = findNode();
  const steps = [
    ['Format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
    ['Types', 'node_modules/next/dist/bin/next', ['typegen']],
    ['Types', 'node_modules/typescript/bin/tsc', ['--noEmit']],
    // npm test runs the rest: tests that need a build, and those that take longer than ten seconds.
    ['Unit tests', 'node_modules/vitest/vitest.mjs', ['run', ...slow.flatMap((file) => ['--exclude', file])]],
  ];
  for (const [title, program, args] of steps) {
    console.log(`\n— ${title}`);
    const code = await run(node, [program, ...args], { NEXT_TELEMETRY_DISABLED: '1' });
    if (code !== 0) return code;
  }
});
