import { expect, test } from 'vitest';
import { absoluteTime, relativeTime, zoneName, zoneNames } from '#components/ui/time/time-text.ts';

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

// Around a clock change and around midnight a moment stands on the day and hour of the zone that is named.
test.each([
  ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08 01:59:59', 'UTC-5'],
  ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08 03:00:00', 'UTC-4'],
  ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01 01:30:00', 'UTC-4'],
  ['America/New_York', '2026-11-01T06:30:00Z', '2026-11-01 01:30:00', 'UTC-5'],
  ['America/New_York', '2026-11-01T03:59:59Z', '2026-10-31 23:59:59', 'UTC-4'],
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29 01:59:59', 'UTC+1'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29 03:00:00', 'UTC+2'],
  ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25 00:00:00', 'UTC+2'],
  ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26 00:00:00', 'UTC+1'],
  ['Asia/Kolkata', '2026-11-03T18:30:00Z', '2026-11-04 00:00:00', 'UTC+5:30'],
])('in %s %s stands at %s, %s', (zone, iso, text, name) => {
  expect(absoluteTime(new Date(iso), zone)).toBe(text);
  expect(zoneName(new Date(iso), zone)).toBe(name);
});

test('rows on both sides of a clock change name both offsets', () => {
  const rows = ['2026-10-25T01:30:00Z', '2026-10-25T00:30:00Z', '2026-10-24T12:00:00Z'].map(
    (iso) => new Date(iso),
  );
  expect(zoneNames(rows, 'Europe/Berlin')).toBe('UTC+1, UTC+2');
  expect(zoneNames(rows, 'UTC')).toBe('UTC');
});
