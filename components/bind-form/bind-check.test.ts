import { expect, test } from 'vitest';
import { checkBindValues } from '#components/bind-form/bind-check.ts';
import { type BindValues, blankValues } from '#components/bind-form/bind-values.ts';

const options = { allowHttp: false, appIds: ['1400000000'] };
const filled: BindValues = {
  ...blankValues('1400000000'),
  number: '＋86 (0755) 8601-3388',
  numberType: 'number',
  callbackUrl: ' https://hooks.acme.com/ccc ',
};
const codes = (values: BindValues) => {
  const checked = checkBindValues(values, options);
  return checked.ok ? [] : checked.problem.map(({ field, code }) => `${field}:${code}`);
};

test('the content is what was shown: sent form, canonical URL, no empty reason', () => {
  expect(checkBindValues(filled, options)).toEqual({
    ok: true,
    value: {
      appId: '1400000000',
      number: '0086075586013388',
      numberType: 'number',
      callbackUrl: 'https://hooks.acme.com/ccc',
      reason: null,
    },
  });
});

test('an empty form names every missing field, in the order of the form', () => {
  expect(codes(blankValues(''))).toEqual([
    'appId:app_missing',
    'number:number_missing',
    'callbackUrl:url_missing',
  ]);
});

test('an ambiguous number is not guessed, a chosen meaning is taken', () => {
  const ambiguous = { ...filled, number: '755 8601 3388' };
  expect(codes(ambiguous)).toEqual(['number:number_ambiguous']);
  expect(codes({ ...ambiguous, numberChoice: '0086075586013388' })).toEqual([]);
});

test('a choice made for another number does not count', () => {
  expect(codes({ ...filled, number: '20 8601 3388', numberChoice: '0086075586013388' })).toEqual([
    'number:number_ambiguous',
  ]);
});

test('leaving the URL out is a choice of its own, not an empty field', () => {
  const checked = checkBindValues({ ...filled, callbackUrl: '', omitUrl: true }, options);
  expect(checked.ok && checked.value.callbackUrl).toBeNull();
  expect(codes({ ...filled, callbackUrl: '' })).toEqual(['callbackUrl:url_missing']);
});

test('an untouched number type follows from the number, "not sent" leaves NumberType out', () => {
  const typeOf = (values: Partial<BindValues>) => {
    const checked = checkBindValues({ ...filled, ...values }, options);
    return checked.ok ? checked.value.numberType : undefined;
  };
  expect(typeOf({ numberType: '' })).toBe('number');
  expect(typeOf({ numberType: '', number: '8001' })).toBe('inner');
  expect(typeOf({ numberType: 'inner' })).toBe('inner');
  expect(typeOf({ numberType: 'none' })).toBeNull();
});
