import { expect, test, vi } from 'vitest';

test('a session that floods us is refused, also by another copy of the code than the one that counts', async () => {
  const one = await import('#lib/entry/action-pace.ts');
  const within: boolean[] = [];
  for (let request = 0; request < 1001; request += 1) within.push(await one.withinPace('a session'));
  expect(within.filter(Boolean)).toHaveLength(1000);
  // Routes and actions are built apart, each with a copy of the library and of its classes.
  vi.resetModules();
  vi.doMock('rate-limiter-flexible', async (importOriginal) => ({
    ...(await importOriginal<typeof import('rate-limiter-flexible')>()),
    RateLimiterRes: class {},
  }));
  const other = await import('#lib/entry/action-pace.ts');
  expect(await other.withinPace('a session')).toBe(false);
  expect(await other.withinPace('another session')).toBe(true);
});
