import { expect, test } from 'vitest';
import { asError, problemsIn, resolveBindValues } from '#components/bind-form/bind-resolver.ts';
import { blankValues } from '#components/bind-form/bind-values.ts';
import { problem } from '#lib/domain/problem.ts';

const options = { allowHttp: false, appIds: ['1400000000'] };

test('a form that passes resolves to the content that is sent, not to what was typed', async () => {
  const values = {
    ...blankValues('1400000000'),
    number: '+86 755 8601 3388',
    callbackUrl: ' https://hooks.acme.com/ccc',
  };
  expect(await resolveBindValues(values, options)).toEqual({
    errors: {},
    values: {
      appId: '1400000000',
      number: '0086075586013388',
      numberType: 'number',
      callbackUrl: 'https://hooks.acme.com/ccc',
      reason: null,
    },
  });
});

test('every problem stands at its field and comes back whole, in the order of the form', async () => {
  const { errors } = await resolveBindValues({ ...blankValues(''), reason: 'x'.repeat(5_000) }, options);
  expect(Object.keys(errors)).toEqual(['appId', 'number', 'callbackUrl', 'reason']);
  const mixed = { reason: errors.reason, callbackUrl: errors.callbackUrl, root: asError(problem('stale')) };
  expect(problemsIn(JSON.parse(JSON.stringify(mixed)))).toEqual([
    problem('stale'),
    problem('url_missing', { field: 'callbackUrl' }),
    expect.objectContaining({ code: 'reason_too_long', params: { limit: expect.any(Number) } }),
  ]);
});
