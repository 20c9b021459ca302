import { expect, test } from 'vitest';
import { isZoneName } from '#lib/domain/zone-name.ts';

test.each(['Asia/Shanghai', 'Europe/Berlin', 'UTC'])('%s is a zone', (name) => {
  expect(isZoneName(name)).toBe(true);
});

test.each([undefined, '', 'Mars/Phobos', '"><script>', 'x'.repeat(5000)])('%j is none', (name) => {
  expect(isZoneName(name)).toBe(false);
});
