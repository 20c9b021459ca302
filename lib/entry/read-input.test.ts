import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { assertStrict, readInput } from '#lib/entry/read-input.ts';

const schema = z.strictObject({
  name: z.string().check(z.minLength(1, 'name_missing'), z.maxLength(5, 'name_too_long')),
  role: z.enum(['admin', 'support']),
});
const good = { name: 'Mei', role: 'support' };

const refuse = () => {
  throw new Error('not to be touched');
};
const untouchable = new Proxy(() => {}, { get: refuse, has: refuse, getPrototypeOf: refuse });

test('one object of the right shape is read', () => {
  expect(readInput(schema, [good])).toEqual({ ok: true, value: good });
});

test.each([
  ['no argument', []],
  ['two arguments', [good, good]],
  ['seven arguments', Array(7).fill(good)],
  ['a string', ['Mei']],
  ['null', [null]],
  ['an array', [[good]]],
  ['a Map', [new Map(Object.entries(good))]],
  ['an unknown key', [{ ...good, userId: '1' }]],
  ['an own __proto__', [JSON.parse('{"name":"Mei","role":"support","__proto__":{"isAdmin":true}}')]],
  ['an own constructor', [JSON.parse('{"name":"Mei","role":"support","constructor":{"prototype":{}}}')]],
  ['an object where text belongs', [{ ...good, name: { toString: 'Mei' } }]],
  ['an array where text belongs', [{ ...good, name: ['Mei'] }]],
  ['a number where text belongs', [{ ...good, name: 7 }]],
  ['a missing key', [{ name: 'Mei' }]],
  ['something that throws when it is looked at', [{ ...good, name: untouchable }]],
])('%s is refused as invalid input', (_what, args) => {
  const result = readInput(schema, args);
  expect(result.ok ? 'ok' : result.problem.code).toBe('invalid_input');
  expect(Object.prototype).not.toHaveProperty('isAdmin');
});

test('each field at fault gets its own problem, in the words of the schema', () => {
  const result = readInput(schema, [{ name: 'far too long', role: 'owner' }]);
  expect(result.ok ? null : result.problem.problems).toEqual([
    { code: 'name_too_long', field: 'name', params: { limit: 5 } },
    { code: 'invalid_input', field: 'role' },
  ]);
});

test('a schema that lets unknown keys through is not accepted as an input', () => {
  expect(() => assertStrict(z.object({ name: z.string() }))).toThrow(/strictObject/);
  expect(() => assertStrict(z.looseObject({ name: z.string() }))).toThrow(/strictObject/);
  expect(() => assertStrict(z.string())).toThrow(/strictObject/);
  expect(() => assertStrict(schema)).not.toThrow();
});
