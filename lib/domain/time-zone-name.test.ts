import { expect, test } from 'vitest';
import { isTimeZone } from '#lib/domain/time-zone.ts';

test.each(['Asia/Shanghai', 'Europe/Berlin', 'UTC'])('%s is a zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['', 'Mars/Phobos', '"><script>', 'x'.repeat(5000)])('%j is none', (name) => {
  expect(isTimeZone(name)).toBe(false);
});
