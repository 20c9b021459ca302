import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearMiss } from '#lib/domain/urls/near-miss.ts';

const known = ['hooks.acme.com', 'calls.acme.cn'];

test.each([
  ['one letter other', 'hooks.acne.com'],
  ['one letter missing', 'hoks.acme.com'],
  ['one letter too many', 'hooks.acmee.com'],
  ['the last letter missing', 'hooks.acme.co'],
  ['the first letter missing', 'ooks.acme.com'],
  ['two neighbours swapped', 'hooks.amce.com'],
])('%s is a near miss', (_, typed) => {
  expect(nearMiss(typed, known)).toBe('hooks.acme.com');
});

test.each([
  ['a known host', 'hooks.acme.com'],
  ['two letters off', 'hooks.bcne.com'],
  ['two letters missing', 'hoos.acme.co'],
  ['letters swapped that are no neighbours', 'sookh.acme.com'],
  ['another host altogether', 'example.org'],
  ['nothing', ''],
])('%s is none', (_, typed) => {
  expect(nearMiss(typed, known)).toBeNull();
});

test('a known host is no near miss of another known host', () => {
  expect(nearMiss('a1.acme.com', ['a2.acme.com', 'a1.acme.com'])).toBeNull();
});

test('any single edit of a name is found, whichever way round', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 3 }),
      fc.nat(),
      fc.constantFrom('~', ''),
      fc.boolean(),
      (name, at, put, cut) => {
        const place = at % name.length;
        const edited = name.slice(0, place) + put + name.slice(place + (cut ? 1 : 0));
        fc.pre(edited !== name);
        expect(nearMiss(edited, [name])).toBe(name);
        expect(nearMiss(name, [edited])).toBe(edited);
      },
    ),
  );
});
