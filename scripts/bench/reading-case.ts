import { monitorEventLoopDelay } from 'node:perf_hooks';
import { prepareCase } from '#scripts/bench/reading-cases.ts';
import type { CaseFigures } from '#scripts/bench/reading-tables.ts';

// One case of bench:reading, in a process of its own: prints its figures as JSON.

const run = await prepareCase(process.argv[2] ?? '');
const before = process.resourceUsage().maxRSS;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const start = performance.now();
const what = await run();
const ms = performance.now() - start;
// The delay of the last turn is noted in the next one.
await new Promise((resolve) => setTimeout(resolve, 20));
delay.disable();
const addedMiB = (process.resourceUsage().maxRSS - before) / 1024;
const figures: CaseFigures = { ms, addedMiB, heldMs: delay.max / 1e6, what };
console.log(JSON.stringify(figures));
