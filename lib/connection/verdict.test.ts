import { expect, test } from 'vitest';
import { verdictOf } from '#lib/connection/verdict.ts';

test.each([
  ['bound', null, 'works'],
  ['refused', 'AuthFailure.SecretIdNotFound', 'refused'],
  ['refused', 'InvalidParameterValue.InstanceNotExist', 'refused'],
  ['refused', 'AuthFailure.UnauthorizedOperation', 'limited'],
  ['refused', 'UnauthorizedOperation', 'limited'],
  ['refused', 'UnauthorizedOperation.Cam', 'limited'],
  ['refused', 'UnauthorizedOperationX', 'refused'],
  ['throttled', 'RequestLimitExceeded', 'unclear'],
  ['unknown', 'InternalError', 'unclear'],
  ['not_sent', 'NotSent.ConnectionRefused', 'not_sent'],
] as const)('a read that ended as %s with %s means %s', (outcome, code, verdict) => {
  expect(verdictOf({ outcome, code })).toBe(verdict);
});
