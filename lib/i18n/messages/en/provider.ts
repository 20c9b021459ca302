/**
 * One sentence for each code a binding can end with; keys are the codes with the dot replaced by an underscore.
 * What happened first, then how to mend it.
 */
export const provider = {
  AuthFailure: 'The provider did not accept our key. Check the SecretId and SecretKey that this server uses.',
  AuthFailure_InvalidAuthorization:
    'The provider could not read our signature. This is a fault in Patchboard: please report it with the RequestId.',
  AuthFailure_InvalidSecretId:
    'The SecretId is not an API key of Tencent Cloud. Create one under Access Management and set it on this server.',
  AuthFailure_MFAFailure:
    'The account asks for multi-factor authentication for this call. Allow this key to call without it, or use another key.',
  AuthFailure_SecretIdNotFound:
    'The provider does not know the SecretId: it was deleted, disabled or copied incompletely. Check it in Access Management and set it again.',
  AuthFailure_SignatureExpire:
    'The provider found our signature too old or too new, because this server’s clock is more than 5 minutes off. Set the clock by NTP, then send again.',
  AuthFailure_SignatureFailure:
    'The signature does not match. Most often the SecretKey is wrong or was copied incompletely: set it again on this server.',
  AuthFailure_TokenFailure:
    'The temporary session token is wrong or has expired. Get new temporary credentials and set all three values again.',
  AuthFailure_UnauthorizedOperation:
    'The account’s policy does not allow this key to bind numbers. Allow ccc:BindNumberCallInInterface on resource * in CAM.',
  UnauthorizedOperation:
    'The account’s policy does not allow this key to bind numbers. Allow ccc:BindNumberCallInInterface on resource * in CAM.',
  RequestLimitExceeded:
    'The provider takes 20 requests a second from this key and was busy. The binding was not applied; send it again in a moment.',
  RequestLimitExceeded_GlobalRegionUinLimitExceeded:
    'The whole account has reached its request limit. The binding was not applied; send it again later, or ask Tencent for a higher limit.',
  RequestLimitExceeded_IPLimitExceeded:
    'Too many requests came from this server’s public address. The binding was not applied; send it again in a while.',
  RequestLimitExceeded_UinLimitExceeded:
    'The main account has reached its request limit. The binding was not applied; send it again later, or ask Tencent for a higher limit.',
  RequestSizeLimitExceeded:
    'The request was too large for the provider. This is a fault in Patchboard: please report it with the RequestId.',
  ResponseSizeLimitExceeded:
    'The provider’s answer was too large to be sent, so the binding may have been applied. Check it in the console or send the same binding again.',
  InvalidParameter:
    'The provider did not accept one of the values. Its message below says which; correct it and bind again.',
  InvalidParameter_IllegalAddress:
    'The provider does not accept this callback URL. Use a public https address and bind again.',
  InvalidParameter_IllegalPhoneNumber:
    'The provider does not accept this number. Copy it from the console’s number list, as shown there, and bind again.',
  InvalidParameter_InstanceNotExist:
    'The provider does not know this app (SdkAppId). Choose another app, or correct the list of apps on this server.',
  InvalidParameter_InvalidAddress:
    'The callback URL is not valid for the provider. Use a public https address and bind again.',
  InvalidParameter_InvalidPhoneNumber:
    'The number is not valid for the provider. Copy it from the console’s number list, as shown there, and bind again.',
  InvalidParameterValue:
    'The provider did not accept one of the values. Its message below says which; correct it and bind again.',
  InvalidParameterValue_AccountNotExist:
    'The provider does not know this account in the contact centre. Open the contact centre for the account of this key.',
  InvalidParameterValue_ExperienceAccount:
    'The account is a trial account, which may not do this. Upgrade it, then bind again.',
  InvalidParameterValue_InstanceNotExist:
    'The provider does not know this app (SdkAppId). Choose another app, or correct the list of apps on this server.',
  InvalidParameterValue_PhoneNumInvalid:
    'The number cannot be bound: it is not in this app, or it is overdue or disabled. Check app and number in the console.',
  InvalidParameterValue_PhoneNumIsBoundOtherAccount:
    'The number belongs to another account. Use the key of that account, or have the number moved.',
  MissingParameter: 'The provider misses a value. Its message below says which; fill it in and bind again.',
  UnknownParameter:
    'The provider does not know one of the fields we sent. This is a fault in Patchboard: please report it with the RequestId.',
  ActionOffline:
    'The provider has retired this call. Patchboard has to be updated: please report it with the RequestId.',
  InvalidAction:
    'This endpoint does not know the call. Check CCC_ENDPOINT: international and mainland accounts use different hosts.',
  NoSuchProduct:
    'This endpoint does not know the contact centre. Check CCC_ENDPOINT: international and mainland accounts use different hosts.',
  NoSuchVersion:
    'This endpoint does not know the version of the call. Check CCC_ENDPOINT: international and mainland accounts use different hosts.',
  InvalidRequest:
    'The provider could not read the request. This is a fault in Patchboard: please report it with the RequestId.',
  UnsupportedProtocol:
    'The provider does not take this kind of request. This is a fault in Patchboard: please report it with the RequestId.',
  UnsupportedRegion:
    'The provider does not offer this in the region we named. This is a fault in Patchboard: please report it with the RequestId.',
  FailedOperation:
    'The provider refused the change. Its message below says why; correct it, or ask Tencent with the RequestId.',
  FailedOperation_CurStateNotAllowModify:
    'The number cannot be changed in its present state. Look at it in the console, and bind again when it is normal.',
  FailedOperation_PermissionDenied:
    'The account may not change this number. Ask the owner of the account to allow it.',
  OperationDenied:
    'The provider does not allow this operation for the account. Ask the owner of the account, then Tencent.',
  OperationDenied_NotInWhiteList:
    'The account is not on Tencent’s list for inbound API calls. Ask Tencent to open the feature for it.',
  OperationDenied_UinDisabled: 'The account is disabled. Its owner has to settle that with Tencent.',
  UnsupportedOperation:
    'The provider does not support this for the number or the app. Check that the number takes inbound calls.',
  ResourceInUse:
    'The number is in use by something else at the provider. Free it in the console, then bind again.',
  ResourceInsufficient:
    'The account has too little of something it needs. Its owner can see in the console what to buy.',
  ResourceNotFound:
    'The provider does not find the number or the app. Check that the number belongs to this app.',
  ResourceUnavailable: 'The number or the app cannot be used just now. Bind again later.',
  LimitExceeded: 'The account has reached a quota. Its owner can raise it in the console or with Tencent.',
  LimitExceeded_InsufficientLicense: 'The account has no free licence for this. Its owner has to buy one.',
  LimitExceeded_OutOfCountLimit:
    'The account has reached the number of entries it may have. Its owner can have that raised.',
  IpInBlacklist:
    'The account’s rules refuse this server’s public address. Ask its owner to take the address off the block list.',
  IpNotInWhitelist:
    'The account’s rules do not admit this server’s public address. Ask its owner to add the address to the allow list.',
  DryRunOperation:
    'The provider only tried the request and changed nothing. This is a fault in Patchboard: please report it with the RequestId.',
  InternalError:
    'Something failed inside the provider, so the binding may or may not have been applied. Send the same binding again; if it stays, ask Tencent with the RequestId.',
  InternalError_DBError:
    'The provider’s database failed, so the binding may or may not have been applied. Send the same binding again; if it stays, ask Tencent with the RequestId.',
  ServiceUnavailable:
    'The provider’s service was not available, so the binding may or may not have been applied. Send the same binding again in a few minutes.',
  NotSent_CertificateInvalid:
    'Nothing was sent: the certificate of the endpoint could not be trusted. Check this server’s clock, its root certificates and any proxy that opens TLS.',
  NotSent_ConnectTimeout:
    'Nothing was sent: no connection to the provider came about in time. Check this server’s network and firewall, then send again.',
  NotSent_ConnectionRefused:
    'Nothing was sent: the endpoint refused the connection. Check CCC_ENDPOINT and the firewall, then send again.',
  NotSent_NameNotFound:
    'Nothing was sent: the name of the endpoint could not be looked up. Check CCC_ENDPOINT and this server’s DNS, then send again.',
  NotSent_ProxyRefused:
    'Nothing was sent: the proxy refused to open a way to the provider. Check HTTPS_PROXY, its user name and password, and its rules.',
  NotSent_ProxyUnreachable:
    'Nothing was sent: the proxy could not be reached. Check HTTPS_PROXY, or except the endpoint with NO_PROXY, then send again.',
  NotSent_RequestInvalid:
    'Nothing was sent: the request could not be written. This is a fault in Patchboard: please report it.',
  NotSent_TlsFailed:
    'Nothing was sent: no encrypted connection to the endpoint came about. Check CCC_ENDPOINT and any proxy between, then send again.',
  NotSent_Unreachable:
    'Nothing was sent: the endpoint could not be reached. Check this server’s network, then send again.',
  NotSent_WaitedTooLong:
    'Nothing was sent: too many other bindings were waiting for the 20 requests a second that the provider takes. Send again in a moment.',
  Unknown_AnswerTooLarge:
    'The answer was far larger than any of the provider’s, so the binding may or may not have been applied. Check for a proxy in between, then send the same binding again.',
  Unknown_ConnectionReset:
    'The connection broke after the request was sent, so the binding may or may not have been applied. Send the same binding again.',
  Unknown_HttpStatus:
    'An error page came instead of the provider’s answer, so the binding may or may not have been applied. Send the same binding again.',
  Unknown_Interrupted:
    'This server stopped while the request was under way, so the binding may or may not have been applied. Send the same binding again.',
  Unknown_Redirect:
    'The answer pointed to another address, which was not followed, so the binding may or may not have been applied. Check for a proxy or sign-in page in between.',
  Unknown_Timeout:
    'No whole answer came in time, so the binding may or may not have been applied. Send the same binding again.',
  Unknown_UnexpectedAnswer:
    'The answer was not one of the provider’s, so the binding may or may not have been applied. Check for a proxy or sign-in page in between, then send the same binding again.',
  _unknown:
    'The provider answered with a code that Patchboard does not know, so the binding may or may not have been applied. Look at its message, check in the console, or send the same binding again.',
  _clock: {
    ahead:
      'This server’s clock is {minutes, plural, one {# minute} other {# minutes}} ahead of the provider’s.',
    behind:
      'This server’s clock is {minutes, plural, one {# minute} other {# minutes}} behind the provider’s.',
    mend: 'Set it by NTP.',
  },
  _fixer: {
    operator: 'Whoever binds can mend this: correct what was entered.',
    'console-admin': 'Whoever runs this server can mend this.',
    'account-admin': 'The owner of the Tencent Cloud account can mend this.',
    tencent: 'Tencent has to mend this. Quote the RequestId.',
    us: 'The makers of Patchboard have to mend this.',
    'nobody-wait': 'There is nothing to mend; it passes by itself.',
  },
  _repeat: {
    yes: 'Sending the same binding again is safe.',
    'after-fix': 'Send again once it is mended.',
    no: 'Sending again does not help.',
  },
};
