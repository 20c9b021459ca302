/** Refusals that are about the number or what was sent with it, one of each family. */
export const refusalsOfInput = [
  'InvalidParameter',
  'InvalidParameter.InvalidAddress',
  'InvalidParameterValue',
  'InvalidParameterValue.PhoneNumInvalid',
  'InvalidParameterValue.InstanceNotExist',
  'MissingParameter',
  'UnknownParameter',
  'ResourceNotFound',
  'UnsupportedOperation',
  'FailedOperation.CurStateNotAllowModify',
  'OperationDenied.NotInWhiteList',
  'LimitExceeded.OutOfCountLimit',
] as const;
