import { expect, test } from 'vitest';
import { absoluteTime, relativeTime, zoneName } from '#components/ui/time-text.ts';

const at = new Date('2026-11-03T18:05:09.700Z');

test('a time shows to the second in the zone it is asked for', () => {
  expect(absoluteTime(at, 'UTC')).toBe('2026-11-03 18:05:09');
  expect(absoluteTime(at, 'Asia/Shanghai')).toBe('2026-11-04 02:05:09');
});

test('midnight is hour 00, not 24', () => {
  expect(absoluteTime(new Date('2026-11-03T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-04 00:00:00');
});

test('the zone is named by its offset at that moment', () => {
  expect(zoneName(at, 'Asia/Shanghai')).toBe('UTC+8');
  expect(zoneName(new Date('2026-07-01T00:00:00Z'), 'Europe/Berlin')).toBe('UTC+2');
  expect(zoneName(at, 'UTC')).toBe('UTC');
});

test('relative time picks the largest unit that says something', () => {
  const since = (seconds: number) => relativeTime(at, at.getTime() + seconds * 1000, 'en');
  expect(since(40)).toBe('40 sec. ago');
  expect(since(190)).toBe('3 min. ago');
  expect(since(7200)).toBe('2 hr. ago');
  expect(since(86_400)).toBe('yesterday');
  expect(relativeTime(at, at.getTime() + 190_000, 'zh-CN')).toBe('3分钟前');
});
