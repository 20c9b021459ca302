import { describe, expect, test } from 'vitest';
import { dayRange, presetStart } from '#components/history/filters/range.ts';
import { dayOf, readWallTime, toWallTime } from '#components/ui/time/wall-time.ts';

describe('time range of history', () => {
  test('a preset starts on a whole minute', () => {
    expect(presetStart('hour', new Date('2026-11-24T10:07:43.210Z'))).toBe('2026-11-24T09:07:00.000Z');
  });

  test.each([
    ['Asia/Shanghai', '2026-11-03T14:05', '2026-11-03T06:05:00.000Z'],
    ['UTC', '2026-11-03T14:05', '2026-11-03T14:05:00.000Z'],
    ['Europe/Berlin', '2026-07-01T12:00', '2026-07-01T10:00:00.000Z'],
    ['Europe/Berlin', '2026-12-01T12:00', '2026-12-01T11:00:00.000Z'],
    ['Europe/Berlin', '2026-10-26T00:00', '2026-10-25T23:00:00.000Z'],
    ['America/New_York', '2026-11-01T00:30', '2026-11-01T04:30:00.000Z'],
    ['America/New_York', '2026-11-01T23:59', '2026-11-02T04:59:00.000Z'],
    ['Pacific/Apia', '2026-06-01T00:00', '2026-05-31T11:00:00.000Z'],
  ])('a wall time entered in %s is stored as UTC and shown again as entered', (zone, wall, utc) => {
    expect(readWallTime(wall, zone)).toBe(utc);
    expect(toWallTime(utc, zone)).toBe(wall);
  });

  test.each([
    ['made twice', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['made twice', 'America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['left out', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['left out', 'America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z'],
  ])('a wall time %s in %s means one instant', (_what, zone, wall, utc) => {
    expect(readWallTime(wall, zone)).toBe(utc);
  });

  test.each(['', 'tomorrow', '2026-13-40T99:99'])('%j is no time', (value) => {
    expect(readWallTime(value, 'UTC')).toBeUndefined();
  });

  test.each([
    ['Asia/Shanghai', '2026-11-03', '2026-11-02T16:00:00.000Z', '2026-11-03T16:00:00.000Z'],
    ['UTC', '2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['Pacific/Apia', '2026-12-31', '2026-12-30T11:00:00.000Z', '2026-12-31T11:00:00.000Z'],
  ])('a day of %s is whole, whatever its clocks do', (zone, day, from, to) => {
    expect(dayRange(day, zone)).toEqual({ from, to });
    expect(dayOf(new Date(from), zone)).toBe(day);
    expect(dayOf(new Date(Date.parse(to) - 1), zone)).toBe(day);
  });

  test.each(['', '2026-02-29', '2026-13-01', '2026-11-3', '2026-11-03T14:05', 'today'])(
    '%j is no day',
    (text) => {
      expect(dayRange(text, 'UTC')).toBeUndefined();
    },
  );
});
