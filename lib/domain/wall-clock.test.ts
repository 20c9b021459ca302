import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absoluteTime } from '#components/ui/time/time-text.ts';
import { wallClock } from '#lib/domain/wall-clock.ts';

test.each([
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
])('a moment reads in %s as on the screen', (zone) => {
  const write = wallClock(zone);
  const between = { min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(between), (at) => write(at) === absoluteTime(at, zone)),
    { numRuns: 300 },
  );
});

test('an hour that comes twice keeps its two readings apart from the hours around it', () => {
  const write = wallClock('America/New_York');
  const at = (iso: string) => write(new Date(iso));
  expect(at('2026-11-01T05:59:59Z')).toBe('2026-11-01 01:59:59');
  expect(at('2026-11-01T06:00:00Z')).toBe('2026-11-01 01:00:00');
  expect(at('2026-03-08T06:59:59Z')).toBe('2026-03-08 01:59:59');
  expect(at('2026-03-08T07:00:00Z')).toBe('2026-03-08 03:00:00');
});
