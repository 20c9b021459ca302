import { expect, it } from 'vitest';
import { onStop, runStopHooks } from '#lib/server/stop.ts';

it('what begins work by itself ends first and alone, then the rest in reverse order, each once', async () => {
  const ran: string[] = [];
  const told: string[] = [];
  const stopping = { deadlineMs: 50, report: (text: string) => void told.push(text) };
  onStop('the database', () => void ran.push('database'));
  onStop('batches', () => void ran.push('batches'), 'at once');
  onStop('connections', () => void ran.push('connections'));
  onStop('a hook that hangs', () => new Promise<void>(() => {}));
  onStop('a hook that fails', () => {
    throw new Error('no');
  });
  await runStopHooks({ ...stopping, when: 'at once' });
  expect(ran).toEqual(['batches']);
  await runStopHooks(stopping);
  expect(ran).toEqual(['batches', 'connections', 'database']);
  expect(told).toEqual([
    'Stopping: a hook that fails failed: no',
    'Stopping: a hook that hangs did not end within 50 ms.',
  ]);
  await runStopHooks(stopping);
  expect(ran).toHaveLength(3);
});
