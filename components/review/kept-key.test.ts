import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetKey, keepKey, keptKey } from '#components/review/kept-key.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
};
const forbidden = () => {
  throw new Error('forbidden');
};
const what = 'restore b1';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-30T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what was sent without a seen answer is asked again under the same key, for ten minutes', () => {
  const store = memory();
  keepKey(what, 'key-1', () => store);
  expect(keptKey(what, () => store)).toBe('key-1');
  vi.setSystemTime(new Date('2026-11-30T12:09:59.999Z'));
  expect(keptKey(what, () => store)).toBe('key-1');
  vi.setSystemTime(new Date('2026-11-30T12:10:00Z'));
  expect(keptKey(what, () => store)).not.toBe('key-1');
});

test('each thing that is put back has a key of its own, and one that was answered gets a new one', () => {
  const store = memory();
  keepKey(what, 'key-1', () => store);
  expect(keptKey('restore b2', () => store)).not.toBe('key-1');
  forgetKey(what, () => store);
  expect(keptKey(what, () => store)).not.toBe('key-1');
});

test.each(['key-1', 'key-1 ', 'key-1 soon', ' 1764504000000', ''])(
  'what is no key is not used: %j',
  (text) => {
    const key = keptKey(what, () => ({ getItem: () => text }));
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('without storage there is a new key each time, and nothing throws', () => {
  keepKey(what, 'key-1', forbidden);
  forgetKey(what, forbidden);
  const keys = [keptKey(what, forbidden), keptKey(what, forbidden)];
  expect(new Set(keys).size).toBe(2);
});
