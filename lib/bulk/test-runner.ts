import { once } from 'node:events';
import { workWhenTold } from '#lib/bindings/test-process.ts';
import { startRunner } from '#lib/bulk/runner.ts';

// A process that only sends the lines of batches, for tests that fork it: until it is told to stop.
await workWhenTold(async (context) => {
  const stop = startRunner(context);
  await once(process, 'message');
  await stop();
  return 'stopped';
});
