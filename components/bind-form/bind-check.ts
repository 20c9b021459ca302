import type { BindValues } from '#components/bind-form/bind-values.ts';
import type { BindContent } from '#components/review/review-request.ts';
import {
  meaningToSend,
  type ReadingGround,
  readField,
  typeOfShape,
} from '#lib/domain/numbers/number-choice.ts';
import type { NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';
import { type Problem, problem } from '#lib/domain/problem.ts';
import { reasonLimit } from '#lib/domain/reason.ts';
import { fail, ok, type Result } from '#lib/domain/result.ts';
import { readCallbackUrl } from '#lib/domain/urls/callback-url.ts';

export type CheckOptions = ReadingGround & { allowHttp: boolean; appIds: readonly string[] };

/**
 * The whole form, with the readers the service uses too, so that both sides judge alike. The content on
 * success, else every problem in the order of the fields. Loaded on the first submit.
 */
export function checkBindValues(values: BindValues, options: CheckOptions): Result<BindContent, Problem[]> {
  const { appId, callbackUrl, omitUrl, numberType } = values;
  const number = checkNumber(values, options);
  const url = omitUrl ? ok({ url: null }) : readCallbackUrl(callbackUrl, options);
  const reason = values.reason.trim();
  const problems: Problem[] = [];
  if (!options.appIds.includes(appId)) problems.push(problem('app_missing', { field: 'appId' }));
  if (!number.ok) problems.push(number.problem);
  if (!url.ok) problems.push(url.problem);
  if (reason.length > reasonLimit)
    problems.push(problem('reason_too_long', { field: 'reason', params: { limit: reasonLimit } }));
  if (problems.length > 0 || !number.ok || !url.ok) return fail(problems);
  return ok({
    appId,
    number: number.value.sent,
    numberType: numberType === 'none' ? null : numberType || typeOfShape[number.value.shape],
    callbackUrl: url.value.url,
    reason: reason === '' ? null : reason,
  });
}

function checkNumber({ number, numberChoice }: BindValues, ground: ReadingGround): Result<NumberMeaning> {
  const reading = readField(number, ground);
  const meaning = meaningToSend(reading, numberChoice);
  if (meaning) return ok(meaning);
  if (reading.kind === 'invalid') return fail(reading.problem);
  if (reading.kind === 'empty') return fail(problem('number_missing', { field: 'number' }));
  if (reading.kind === 'several') {
    const params = { count: reading.numbers.length };
    return fail(problem('number_several', { field: 'number', params }));
  }
  return fail(problem('number_ambiguous', { field: 'number' }));
}
