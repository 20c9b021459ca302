import {
  allowOnly,
  integerDigits,
  ParameterError,
  type Parameters,
  requiredText,
  toObject,
} from '#lib/simulator/parameters.ts';
import type { ActionContext, Verdict } from '#lib/simulator/verdict.ts';
import type { Change, NumberType } from '#lib/simulator/world.ts';

const wellFormed: Record<NumberType, RegExp> = { number: /^(\+|00)?[1-9]\d{4,18}$/, inner: /^\d{2,8}$/ };

/**
 * BindNumberCallInInterface. Codes for a wrong number, app or URL are not documented for this action: these are the
 * product's own codes that fit. An absent CallInInterface clears the binding here, which is a guess as well.
 */
export function bindNumber(parameters: Parameters, context: ActionContext): Verdict {
  allowOnly(parameters, ['SdkAppId', 'Number', 'CallInInterface', 'NumberType']);
  const sdkAppId = integerDigits(parameters, 'SdkAppId');
  const number = requiredText(parameters, 'Number');
  const numberType = readNumberType(parameters);
  const callbackUrl = readCallbackUrl(parameters);
  if (!context.world.hasApp(sdkAppId)) {
    throw new ParameterError(
      'InvalidParameterValue.InstanceNotExist',
      `The instance ${sdkAppId} does not exist.`,
    );
  }
  const change = { sdkAppId, number, numberType, callbackUrl };
  checkNumber(change, context);
  return { fields: {}, change };
}

function readNumberType(parameters: Parameters): NumberType {
  if (!parameters.has('NumberType')) return 'number';
  const numberType = requiredText(parameters, 'NumberType');
  if (numberType === 'number' || numberType === 'inner') return numberType;
  throw new ParameterError('InvalidParameterValue', 'NumberType must be inner or number.');
}

function readCallbackUrl(parameters: Parameters): string | null {
  if (!parameters.has('CallInInterface')) return null;
  const callIn = toObject(parameters.get('CallInInterface'), 'CallInInterface');
  allowOnly(callIn, ['URL']);
  const url = requiredText(callIn, 'URL');
  if (!/^https?:\/\/[^\s/]/.test(url) || !URL.canParse(url)) {
    throw new ParameterError(
      'InvalidParameter.InvalidAddress',
      'CallInInterface.URL is not an http or https address.',
    );
  }
  return url;
}

function checkNumber({ sdkAppId, number, numberType }: Change, { world, anyNumber }: ActionContext): void {
  const known = world.findNumber(sdkAppId, number);
  if (known?.refusedWith)
    throw new ParameterError(known.refusedWith, 'The current state does not allow a change.');
  const valid = known
    ? known.numberType === numberType && known.state === 1
    : anyNumber && wellFormed[numberType].test(number);
  if (!valid)
    throw new ParameterError('InvalidParameterValue.PhoneNumInvalid', `The number ${number} is not valid.`);
}
