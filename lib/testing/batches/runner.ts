import { once } from 'node:events';
import { startRunner } from '#lib/batches/runner.ts';
import { workWhenTold } from '#lib/testing/bindings/process.ts';

// A process that only sends the lines of batches, for tests that fork it: until it is told to stop.
await workWhenTold(async (context) => {
  const stop = startRunner(context);
  await once(process, 'message');
  await stop();
  return 'stopped';
});
