/**
 * Every code a binding can end with: who can mend it, and whether repeating helps. Meanings are those of Tencent's
 * common error table and of the CCC error list; fixer and repeat are judgement. Pure, so that screens may ask too.
 */
export type Fixer = 'operator' | 'console-admin' | 'account-admin' | 'tencent' | 'us' | 'nobody-wait';
/** `yes`: the same binding may be sent again. `after-fix`: first something must change. `no`: it cannot help. */
export type Repeat = 'yes' | 'after-fix' | 'no';
export type CodeFacts = { fixer: Fixer; repeat: Repeat };
/** What the provider's code proves about the binding. */
export type Proof = 'not_applied' | 'throttled' | 'uncertain';

type Row = CodeFacts & { proof: Proof };
const refused = (fixer: Fixer, repeat: Repeat): Row => ({ proof: 'not_applied', fixer, repeat });
const throttled: Row = { proof: 'throttled', fixer: 'nobody-wait', repeat: 'yes' };
const uncertain = (fixer: Fixer): Row => ({ proof: 'uncertain', fixer, repeat: 'yes' });

/** Codes without a dot also speak for every subcode that has no row of its own. */
const answered = {
  AuthFailure: refused('console-admin', 'after-fix'),
  'AuthFailure.InvalidAuthorization': refused('us', 'no'),
  'AuthFailure.InvalidSecretId': refused('console-admin', 'after-fix'),
  'AuthFailure.MFAFailure': refused('account-admin', 'after-fix'),
  'AuthFailure.SecretIdNotFound': refused('console-admin', 'after-fix'),
  'AuthFailure.SignatureExpire': refused('console-admin', 'after-fix'),
  'AuthFailure.SignatureFailure': refused('console-admin', 'after-fix'),
  'AuthFailure.TokenFailure': refused('console-admin', 'after-fix'),
  'AuthFailure.UnauthorizedOperation': refused('account-admin', 'after-fix'),
  UnauthorizedOperation: refused('account-admin', 'after-fix'),
  RequestLimitExceeded: throttled,
  'RequestLimitExceeded.GlobalRegionUinLimitExceeded': throttled,
  'RequestLimitExceeded.IPLimitExceeded': throttled,
  'RequestLimitExceeded.UinLimitExceeded': throttled,
  RequestSizeLimitExceeded: refused('us', 'no'),
  // The answer was too large, not the request: the binding may have been carried out before.
  ResponseSizeLimitExceeded: uncertain('us'),
  InvalidParameter: refused('operator', 'after-fix'),
  'InvalidParameter.IllegalAddress': refused('operator', 'after-fix'),
  'InvalidParameter.IllegalPhoneNumber': refused('operator', 'after-fix'),
  'InvalidParameter.InstanceNotExist': refused('operator', 'after-fix'),
  'InvalidParameter.InvalidAddress': refused('operator', 'after-fix'),
  'InvalidParameter.InvalidPhoneNumber': refused('operator', 'after-fix'),
  InvalidParameterValue: refused('operator', 'after-fix'),
  'InvalidParameterValue.AccountNotExist': refused('account-admin', 'after-fix'),
  'InvalidParameterValue.ExperienceAccount': refused('account-admin', 'after-fix'),
  'InvalidParameterValue.InstanceNotExist': refused('operator', 'after-fix'),
  'InvalidParameterValue.PhoneNumInvalid': refused('operator', 'after-fix'),
  'InvalidParameterValue.PhoneNumIsBoundOtherAccount': refused('account-admin', 'after-fix'),
  MissingParameter: refused('operator', 'after-fix'),
  UnknownParameter: refused('us', 'no'),
  ActionOffline: refused('us', 'no'),
  InvalidAction: refused('console-admin', 'after-fix'),
  NoSuchProduct: refused('console-admin', 'after-fix'),
  NoSuchVersion: refused('console-admin', 'after-fix'),
  InvalidRequest: refused('us', 'no'),
  UnsupportedProtocol: refused('us', 'no'),
  UnsupportedRegion: refused('us', 'no'),
  FailedOperation: refused('operator', 'after-fix'),
  'FailedOperation.CurStateNotAllowModify': refused('operator', 'after-fix'),
  'FailedOperation.PermissionDenied': refused('account-admin', 'after-fix'),
  OperationDenied: refused('account-admin', 'after-fix'),
  'OperationDenied.NotInWhiteList': refused('tencent', 'after-fix'),
  'OperationDenied.UinDisabled': refused('account-admin', 'after-fix'),
  UnsupportedOperation: refused('operator', 'after-fix'),
  ResourceInUse: refused('operator', 'after-fix'),
  ResourceInsufficient: refused('account-admin', 'after-fix'),
  ResourceNotFound: refused('operator', 'after-fix'),
  ResourceUnavailable: refused('nobody-wait', 'yes'),
  LimitExceeded: refused('account-admin', 'after-fix'),
  'LimitExceeded.InsufficientLicense': refused('account-admin', 'after-fix'),
  'LimitExceeded.OutOfCountLimit': refused('account-admin', 'after-fix'),
  IpInBlacklist: refused('account-admin', 'after-fix'),
  IpNotInWhitelist: refused('account-admin', 'after-fix'),
  DryRunOperation: refused('us', 'no'),
  InternalError: uncertain('tencent'),
  'InternalError.DBError': uncertain('tencent'),
  ServiceUnavailable: uncertain('tencent'),
} as const satisfies Record<string, Row>;

/** Too old or too new a signature: the one code whose cause can be measured. */
export const expiredCode = 'AuthFailure.SignatureExpire' satisfies keyof typeof answered;

/** Our own codes, for when it is certain that no byte of the request left. */
const notSent = {
  'NotSent.CertificateInvalid': { fixer: 'console-admin', repeat: 'after-fix' },
  'NotSent.ConnectTimeout': { fixer: 'console-admin', repeat: 'yes' },
  'NotSent.ConnectionRefused': { fixer: 'console-admin', repeat: 'yes' },
  'NotSent.NameNotFound': { fixer: 'console-admin', repeat: 'yes' },
  'NotSent.ProxyRefused': { fixer: 'console-admin', repeat: 'after-fix' },
  'NotSent.ProxyUnreachable': { fixer: 'console-admin', repeat: 'yes' },
  'NotSent.RequestInvalid': { fixer: 'us', repeat: 'no' },
  'NotSent.TlsFailed': { fixer: 'console-admin', repeat: 'yes' },
  'NotSent.Unreachable': { fixer: 'console-admin', repeat: 'yes' },
  'NotSent.WaitedTooLong': { fixer: 'nobody-wait', repeat: 'yes' },
} as const satisfies Record<string, CodeFacts>;

/** Our own codes, for when the request may have arrived and no readable answer came. */
const unknown = {
  'Unknown.AnswerTooLarge': { fixer: 'console-admin', repeat: 'yes' },
  'Unknown.ConnectionReset': { fixer: 'nobody-wait', repeat: 'yes' },
  'Unknown.HttpStatus': { fixer: 'tencent', repeat: 'yes' },
  'Unknown.Interrupted': { fixer: 'nobody-wait', repeat: 'yes' },
  'Unknown.Redirect': { fixer: 'console-admin', repeat: 'yes' },
  'Unknown.Timeout': { fixer: 'nobody-wait', repeat: 'yes' },
  'Unknown.UnexpectedAnswer': { fixer: 'console-admin', repeat: 'yes' },
} as const satisfies Record<string, CodeFacts>;

export type NotSentCode = keyof typeof notSent;
export type UnknownCode = keyof typeof unknown;
export type KnownCode = keyof typeof answered | NotSentCode | UnknownCode;

const all = { ...answered, ...notSent, ...unknown };
export const knownCodes = Object.keys(all) as KnownCode[];

/** What is written like a code of the provider, or ours: `Family.Detail`. */
const codeShape = /^[A-Z][A-Za-z]+(\.[A-Z][A-Za-z0-9]+)+$/;

/** Fewer letters than this are looked for at the beginning of a code's parts only: "bound" is an outcome. */
const innerLength = 6;

const holdsText = (code: string, wanted: string): boolean =>
  wanted.length < innerLength
    ? code.startsWith(wanted) || code.includes(`.${wanted}`)
    : code.includes(wanted);

/** Codes that a typed text may mean: known ones that hold it, then the text itself where it is written like one. */
export function codesLike(typed: string, most: number): string[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted.length < 3) return [];
  const known = knownCodes.filter((code) => holdsText(code.toLowerCase(), wanted));
  const exact = known.filter((code) => code.toLowerCase() === wanted);
  const own = exact.length === 0 && codeShape.test(typed.trim()) ? [typed.trim()] : [];
  return [...new Set<string>([...exact, ...own, ...known])].slice(0, most);
}

const isKnown = (code: string): code is KnownCode => Object.hasOwn(all, code);
const isAnswered = (code: string): code is keyof typeof answered => Object.hasOwn(answered, code);
const familyOf = (code: string): string => code.split('.', 1)[0] ?? code;

/** The row that speaks for a code: its own, else its family's (the text before the first dot), else none. */
export function knownCodeFor(code: string): KnownCode | null {
  if (isKnown(code)) return code;
  const family = familyOf(code);
  return isAnswered(family) ? family : null;
}

/** Who can mend it and whether to repeat. A code nobody has listed leaves the outcome open, so it may be repeated. */
export function factsOf(code: string): CodeFacts {
  const known = knownCodeFor(code);
  return known === null
    ? { fixer: 'tencent', repeat: 'yes' }
    : { fixer: all[known].fixer, repeat: all[known].repeat };
}

/** What a code that the provider answered proves. Our own code names prove nothing in a provider's mouth. */
export function proofOf(code: string): Proof {
  if (isAnswered(code)) return answered[code].proof;
  const family = familyOf(code);
  return isAnswered(family) ? answered[family].proof : 'uncertain';
}

type Underscored<Code extends string> = Code extends `${infer Family}.${infer Rest}`
  ? `${Family}_${Rest}`
  : Code;
export type SentenceKey = Underscored<KnownCode> | '_unknown';

/** Key of a code's sentence in the `provider` message namespace, where a dot cannot be part of a key. */
export function sentenceKeyFor(code: string): SentenceKey {
  const known = knownCodeFor(code);
  return known === null ? '_unknown' : (known.replace('.', '_') as SentenceKey);
}
