import { describe, expect, test } from 'vitest';
import { codesLike, factsOf, knownCodes, proofOf, sentenceKeyFor } from '#lib/domain/provider-codes.ts';
import { en } from '#lib/i18n/messages/en.ts';
import { zhCN } from '#lib/i18n/messages/zh-CN.ts';

const notCodes = ['_unknown', '_clock', '_fixer', '_repeat'];

describe.each([
  ['en', en.provider],
  ['zh-CN', zhCN.provider],
])('in %s', (_, messages) => {
  test('every code has a sentence of its own, and no sentence is without a code', () => {
    const keys = Object.keys(messages).filter((key) => !notCodes.includes(key));
    expect(keys.sort()).toEqual(knownCodes.map((code) => code.replace('.', '_')).sort());
    for (const code of knownCodes)
      expect(Reflect.get(messages, sentenceKeyFor(code)).length).toBeGreaterThan(10);
  });

  test('every fixer and every advice about repeating has a sentence', () => {
    for (const code of [...knownCodes, 'Never.Seen']) {
      const { fixer, repeat } = factsOf(code);
      expect(messages._fixer[fixer]).toBeTruthy();
      expect(messages._repeat[repeat]).toBeTruthy();
    }
  });
});

test('a subcode nobody has listed is read by its family', () => {
  expect(sentenceKeyFor('InvalidParameterValue.SomethingNew')).toBe('InvalidParameterValue');
  expect(proofOf('InvalidParameterValue.SomethingNew')).toBe('not_applied');
  expect(proofOf('RequestLimitExceeded.SomethingNew')).toBe('throttled');
  expect(proofOf('InternalError.SomethingNew')).toBe('uncertain');
});

test.each([
  'InternalError',
  'InternalError.DBError',
  'ServiceUnavailable',
  'Brand.New',
  'InvalidParameterNot',
  'invalidparameter',
  '__proto__',
  'constructor.name',
  'toString',
  '',
  // Our own names in a provider's mouth.
  'NotSent.ConnectionRefused',
  'Unknown.Timeout',
])('the code "%s" leaves the outcome open', (code) => {
  expect(proofOf(code)).toBe('uncertain');
  expect(factsOf(code).repeat).toBe('yes');
});

test('what is throttled passes by itself and may be repeated', () => {
  for (const code of knownCodes.filter((code) => proofOf(code) === 'throttled')) {
    expect(factsOf(code)).toEqual({ fixer: 'nobody-wait', repeat: 'yes' });
  }
});

test('a code nobody has listed gets the sentence for unknown codes', () => {
  expect(sentenceKeyFor('Never.Seen')).toBe('_unknown');
});

test('a typed text finds the codes it may mean', () => {
  expect(codesLike('operationdenied.notinwhitelist', 5)[0]).toBe('OperationDenied.NotInWhiteList');
  expect(codesLike('NotInWhite', 5)).toContain('OperationDenied.NotInWhiteList');
  expect(codesLike(' FailedOperation.NeverSeen ', 5)[0]).toBe('FailedOperation.NeverSeen');
  expect(codesLike('Failed', 3)).toHaveLength(3);
  for (const none of ['', 'no', '0086 755 8601', 'hooks.acme.com', 'bound'])
    expect(codesLike(none, 5)).toEqual([]);
});
