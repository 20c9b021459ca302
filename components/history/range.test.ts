import { afterEach, describe, expect, test, vi } from 'vitest';
import { presetStart, readWallTime, toWallTime } from '#components/history/range.ts';

afterEach(() => vi.unstubAllEnvs());

describe('time range of history', () => {
  test('a preset starts on a whole minute', () => {
    expect(presetStart('hour', new Date('2026-11-24T10:07:43.210Z'))).toBe('2026-11-24T09:07:00.000Z');
  });

  test.each([
    ['Asia/Shanghai', '2026-11-03T14:05', '2026-11-03T06:05:00.000Z'],
    ['Europe/Berlin', '2026-07-01T12:00', '2026-07-01T10:00:00.000Z'],
    ['Europe/Berlin', '2026-12-01T12:00', '2026-12-01T11:00:00.000Z'],
  ])('a wall time entered in %s is stored as UTC and shown again as entered', (zone, wall, utc) => {
    vi.stubEnv('TZ', zone);
    expect(readWallTime(wall)).toBe(utc);
    expect(toWallTime(utc)).toBe(wall);
  });

  test.each(['', 'tomorrow', '2026-13-40T99:99'])('%j is no time', (value) => {
    expect(readWallTime(value)).toBeUndefined();
  });
});
