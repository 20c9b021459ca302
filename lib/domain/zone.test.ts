import { describe, expect, test } from 'vitest';
import { isTimeZone, momentOfWallTime, startOfDay, wallTimeMs } from '#lib/domain/zone.ts';

const day = (at: string, zone: string, days?: number) => startOfDay(new Date(at), zone, days).toISOString();

describe('days of a time zone', () => {
  test('begin at its midnight, not at that of UTC', () => {
    expect(day('2026-11-03T17:05:00.123Z', 'Asia/Shanghai')).toBe('2026-11-03T16:00:00.000Z');
    expect(day('2026-11-03T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-11-02T16:00:00.000Z');
    expect(day('2026-11-03T17:05:00Z', 'UTC')).toBe('2026-11-03T00:00:00.000Z');
    expect(day('2026-11-03T17:05:00Z', 'Asia/Kolkata', 1)).toBe('2026-11-03T18:30:00.000Z');
  });

  test('are 23 and 25 hours long where the clock changes', () => {
    expect(day('2026-03-29T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(day('2026-03-29T12:00:00Z', 'Europe/Berlin', 1)).toBe('2026-03-29T22:00:00.000Z');
    expect(day('2026-10-25T12:00:00Z', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z');
    expect(day('2026-10-25T12:00:00Z', 'Europe/Berlin', 1)).toBe('2026-10-25T23:00:00.000Z');
  });

  test('a wall time leads back to a moment that shows it', () => {
    const at = new Date('2026-06-01T10:20:30Z');
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe'])
      expect(momentOfWallTime(wallTimeMs(at, zone), zone)).toEqual(at);
  });
});

test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Etc/GMT+5'])('%s is a zone', (name) =>
  expect(isTimeZone(name)).toBe(true),
);

test.each([
  '',
  'Mars/Olympus',
  "'; --",
  '"><script>',
  '+08:00',
  '../etc',
  'UTC\r\n',
  'a'.repeat(500),
  'Asia/Shanghai"',
])('%j is none', (name) => expect(isTimeZone(name)).toBe(false));
