import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeBindingId } from '#lib/bind-number/binding-id.ts';

const at = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });

it('a binding id is a UUIDv7 that sorts by its millisecond', () => {
  fc.assert(
    fc.property(at, at, (one, other) => {
      const [first, second] = [makeBindingId(one), makeBindingId(other)];
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      if (one.getTime() !== other.getTime()) expect(first < second).toBe(one < other);
      expect(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)).toBe(one.getTime());
    }),
  );
});
