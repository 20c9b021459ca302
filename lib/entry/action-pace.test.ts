import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pace = () => import('#lib/entry/action-pace.ts');

test('a person who floods us is refused, also by another copy of the code than the one that counts', async () => {
  const one = await pace();
  const answers: (number | null)[] = [];
  for (let request = 0; request < 1001; request += 1)
    answers.push(await one.secondsUntilAllowed('a reader', 'reads'));
  expect(answers.filter((seconds) => seconds === null)).toHaveLength(1000);
  // Routes and actions are built apart, each with a copy of the library and of its classes.
  vi.resetModules();
  vi.doMock('rate-limiter-flexible', async (importOriginal) => ({
    ...(await importOriginal<typeof import('rate-limiter-flexible')>()),
    RateLimiterRes: class {},
  }));
  const other = await pace();
  expect(await other.secondsUntilAllowed('a reader', 'reads')).toBe(10);
  expect(await other.secondsUntilAllowed('another reader', 'reads')).toBeNull();
});

test('writes have a pace of their own, and who waits as told may go on', async () => {
  const { secondsUntilAllowed } = await pace();
  const write = () => secondsUntilAllowed('a writer', 'writes');
  const answers = await Promise.all(Array.from({ length: 250 }, write));
  expect(answers.filter((seconds) => seconds === null)).toHaveLength(200);
  expect(await secondsUntilAllowed('a writer', 'reads')).toBeNull();
  await vi.advanceTimersByTimeAsync(4_500);
  const seconds = (await write()) ?? 0;
  expect(seconds).toBe(6);
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
  expect(await write()).toBeNull();
});
