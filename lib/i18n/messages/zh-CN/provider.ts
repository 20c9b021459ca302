import type { provider as english } from '#lib/i18n/messages/en/provider.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const provider: Twin<typeof english> = {
  AuthFailure: '腾讯云不接受本服务器的密钥。请检查服务器上配置的 SecretId 和 SecretKey。',
  AuthFailure_InvalidAuthorization:
    '腾讯云无法解析签名头。这是 Patchboard 的缺陷，请附上 RequestId 反馈给我们。',
  AuthFailure_InvalidSecretId:
    '该 SecretId 不是腾讯云 API 密钥。请在“访问管理”中创建密钥，并配置到服务器上。',
  AuthFailure_MFAFailure:
    '该账号要求调用此接口时进行多因素认证（MFA）。请允许此密钥免 MFA 调用，或改用其他密钥。',
  AuthFailure_SecretIdNotFound:
    '腾讯云找不到该 SecretId：可能已被删除、禁用，或复制不完整。请在“访问管理”中核对后重新配置。',
  AuthFailure_SignatureExpire:
    '签名已过期：本服务器的时钟与腾讯云相差超过 5 分钟。请用 NTP 校准时钟，然后重新发送。',
  AuthFailure_SignatureFailure:
    '签名不匹配。最常见的原因是 SecretKey 有误或复制不完整，请在服务器上重新配置。',
  AuthFailure_TokenFailure: '临时会话令牌有误或已过期。请重新获取临时凭证，并将三项值全部更新。',
  AuthFailure_UnauthorizedOperation:
    '账号策略不允许此密钥绑定号码。请在访问管理（CAM）中授权 ccc:BindNumberCallInInterface，资源填 *。',
  UnauthorizedOperation:
    '账号策略不允许此密钥绑定号码。请在访问管理（CAM）中授权 ccc:BindNumberCallInInterface，资源填 *。',
  RequestLimitExceeded: '腾讯云对此密钥每秒最多接受 20 次请求，当前已达上限。绑定未生效，请稍后重新发送。',
  RequestLimitExceeded_GlobalRegionUinLimitExceeded:
    '整个账号的请求频率已达上限。绑定未生效，请稍后重新发送，或联系腾讯云提高上限。',
  RequestLimitExceeded_IPLimitExceeded: '来自本服务器公网 IP 的请求过多。绑定未生效，请过一会儿再发送。',
  RequestLimitExceeded_UinLimitExceeded:
    '主账号的请求频率已达上限。绑定未生效，请稍后重新发送，或联系腾讯云提高上限。',
  RequestSizeLimitExceeded:
    '请求超过了腾讯云的大小限制。这是 Patchboard 的缺陷，请附上 RequestId 反馈给我们。',
  ResponseSizeLimitExceeded:
    '腾讯云的应答过大，无法返回，绑定可能已经生效。请在控制台核对，或将同一绑定再发送一次。',
  InvalidParameter: '腾讯云不接受其中某个值，具体见下方的原始消息。请更正后重新绑定。',
  InvalidParameter_IllegalAddress: '腾讯云不接受此回调 URL。请改用可从公网访问的 https 地址，然后重新绑定。',
  InvalidParameter_IllegalPhoneNumber: '腾讯云不接受此号码。请从控制台的号码列表中按原样复制，然后重新绑定。',
  InvalidParameter_InstanceNotExist:
    '腾讯云找不到该应用（SdkAppId）。请选择其他应用，或更正服务器上的应用列表。',
  InvalidParameter_InvalidAddress:
    '腾讯云认为此回调 URL 无效。请改用可从公网访问的 https 地址，然后重新绑定。',
  InvalidParameter_InvalidPhoneNumber:
    '腾讯云认为此号码无效。请从控制台的号码列表中按原样复制，然后重新绑定。',
  InvalidParameterValue: '腾讯云不接受其中某个值，具体见下方的原始消息。请更正后重新绑定。',
  InvalidParameterValue_AccountNotExist: '该账号尚未开通云联络中心。请为此密钥所属的账号开通后再试。',
  InvalidParameterValue_ExperienceAccount: '该账号为体验账号，不能执行此操作。请升级账号后重新绑定。',
  InvalidParameterValue_InstanceNotExist:
    '腾讯云找不到该应用（SdkAppId）。请选择其他应用，或更正服务器上的应用列表。',
  InvalidParameterValue_PhoneNumInvalid:
    '该号码无法绑定：可能不属于此应用，或已欠费、被停用。请在控制台核对应用和号码。',
  InvalidParameterValue_PhoneNumIsBoundOtherAccount: '该号码属于其他账号。请使用该账号的密钥，或先迁移号码。',
  MissingParameter: '请求缺少某个值，具体见下方的原始消息。请补全后重新绑定。',
  UnknownParameter: '腾讯云不认识我们发送的某个字段。这是 Patchboard 的缺陷，请附上 RequestId 反馈给我们。',
  ActionOffline: '腾讯云已下线此接口，Patchboard 需要更新。请附上 RequestId 反馈给我们。',
  InvalidAction: '该接入点不支持此接口。请检查 CCC_ENDPOINT：国际站与中国站账号使用不同的域名。',
  NoSuchProduct: '该接入点不提供云联络中心。请检查 CCC_ENDPOINT：国际站与中国站账号使用不同的域名。',
  NoSuchVersion: '该接入点不支持此接口版本。请检查 CCC_ENDPOINT：国际站与中国站账号使用不同的域名。',
  InvalidRequest: '腾讯云无法解析此请求。这是 Patchboard 的缺陷，请附上 RequestId 反馈给我们。',
  UnsupportedProtocol: '腾讯云不接受此类请求。这是 Patchboard 的缺陷，请附上 RequestId 反馈给我们。',
  UnsupportedRegion: '腾讯云在所选地域不提供此功能。这是 Patchboard 的缺陷，请附上 RequestId 反馈给我们。',
  FailedOperation: '腾讯云拒绝了此次更改，原因见下方的原始消息。请更正，或凭 RequestId 咨询腾讯云。',
  FailedOperation_CurStateNotAllowModify:
    '该号码当前的状态不允许更改。请在控制台查看，待其恢复正常后重新绑定。',
  FailedOperation_PermissionDenied: '该账号无权更改此号码。请联系账号所有者授权。',
  OperationDenied: '腾讯云不允许该账号执行此操作。请先联系账号所有者，再咨询腾讯云。',
  OperationDenied_NotInWhiteList: '该账号不在“呼入接口调用”功能的白名单中。请联系腾讯云开通。',
  OperationDenied_UinDisabled: '该账号已被停用，需由账号所有者与腾讯云解决。',
  UnsupportedOperation: '该号码或应用不支持此操作。请确认该号码可以接听来电。',
  ResourceInUse: '该号码正被腾讯云的其他配置占用。请先在控制台解除占用，再重新绑定。',
  ResourceInsufficient: '账号的某项资源不足。账号所有者可在控制台查看需要购买的内容。',
  ResourceNotFound: '腾讯云找不到该号码或应用。请确认该号码属于此应用。',
  ResourceUnavailable: '该号码或应用暂时不可用，请稍后重新绑定。',
  LimitExceeded: '账号已达配额上限。账号所有者可在控制台或联系腾讯云提高配额。',
  LimitExceeded_InsufficientLicense: '账号没有可用的许可，需由账号所有者购买。',
  LimitExceeded_OutOfCountLimit: '账号的条目数已达上限，账号所有者可申请提高。',
  IpInBlacklist: '账号规则拒绝了本服务器的公网 IP。请账号所有者将其移出黑名单。',
  IpNotInWhitelist: '账号规则未放行本服务器的公网 IP。请账号所有者将其加入白名单。',
  DryRunOperation:
    '腾讯云只是试运行了请求，未做任何更改。这是 Patchboard 的缺陷，请附上 RequestId 反馈给我们。',
  InternalError:
    '腾讯云内部出错，绑定可能已生效，也可能未生效。请将同一绑定再发送一次；若仍出错，请凭 RequestId 咨询腾讯云。',
  InternalError_DBError:
    '腾讯云的数据库出错，绑定可能已生效，也可能未生效。请将同一绑定再发送一次；若仍出错，请凭 RequestId 咨询腾讯云。',
  ServiceUnavailable: '腾讯云服务暂不可用，绑定可能已生效，也可能未生效。请过几分钟将同一绑定再发送一次。',
  NotSent_CertificateInvalid:
    '未发送任何内容：接入点的证书不可信。请检查本服务器的时钟、根证书，以及中间是否有解密 TLS 的代理。',
  NotSent_ConnectTimeout:
    '未发送任何内容：未能及时连接到腾讯云。请检查本服务器的网络和防火墙，然后重新发送。',
  NotSent_ConnectionRefused: '未发送任何内容：接入点拒绝连接。请检查 CCC_ENDPOINT 和防火墙，然后重新发送。',
  NotSent_NameNotFound:
    '未发送任何内容：无法解析接入点的域名。请检查 CCC_ENDPOINT 和本服务器的 DNS，然后重新发送。',
  NotSent_ProxyRefused:
    '未发送任何内容：代理拒绝建立到腾讯云的通道。请检查 HTTPS_PROXY、其用户名和密码，以及代理的规则。',
  NotSent_ProxyUnreachable:
    '未发送任何内容：无法连接代理。请检查 HTTPS_PROXY，或用 NO_PROXY 排除该接入点，然后重新发送。',
  NotSent_RequestInvalid: '未发送任何内容：无法写出请求。这是 Patchboard 的缺陷，请反馈给我们。',
  NotSent_TlsFailed:
    '未发送任何内容：未能与接入点建立加密连接。请检查 CCC_ENDPOINT 和中间的代理，然后重新发送。',
  NotSent_Unreachable: '未发送任何内容：无法到达接入点。请检查本服务器的网络，然后重新发送。',
  NotSent_WaitedTooLong: '未发送任何内容：腾讯云每秒最多接受 20 次请求，排队等待的绑定过多。请稍后重新发送。',
  Unknown_AnswerTooLarge:
    '应答远大于腾讯云的任何应答，绑定可能已生效，也可能未生效。请检查中间是否有代理，再将同一绑定发送一次。',
  Unknown_ConnectionReset: '请求发出后连接中断，绑定可能已生效，也可能未生效。请将同一绑定再发送一次。',
  Unknown_HttpStatus:
    '收到的是错误页面而非腾讯云的应答，绑定可能已生效，也可能未生效。请将同一绑定再发送一次。',
  Unknown_Interrupted: '请求途中本服务器停止运行，绑定可能已生效，也可能未生效。请将同一绑定再发送一次。',
  Unknown_Redirect:
    '应答指向另一个地址（未跟随），绑定可能已生效，也可能未生效。请检查中间是否有代理或登录页面。',
  Unknown_Timeout: '未能及时收到完整的应答，绑定可能已生效，也可能未生效。请将同一绑定再发送一次。',
  Unknown_UnexpectedAnswer:
    '收到的不是腾讯云的应答，绑定可能已生效，也可能未生效。请检查中间是否有代理或登录页面，再将同一绑定发送一次。',
  _unknown:
    '腾讯云返回了 Patchboard 不认识的错误码，绑定可能已生效，也可能未生效。请查看其消息、在控制台核对，或将同一绑定再发送一次。',
  _clock: {
    ahead: '本服务器的时钟比腾讯云快 {minutes} 分钟。',
    behind: '本服务器的时钟比腾讯云慢 {minutes} 分钟。',
    mend: '请用 NTP 校准。',
  },
  _fixer: {
    operator: '由绑定的操作人更正所填内容即可解决。',
    'console-admin': '由本服务器的管理员解决。',
    'account-admin': '由腾讯云账号的所有者解决。',
    tencent: '需由腾讯云解决，请提供 RequestId。',
    us: '需由 Patchboard 开发者解决。',
    'nobody-wait': '无需处理，稍后会自行恢复。',
  },
  _repeat: {
    yes: '可以放心地将同一绑定再发送一次。',
    'after-fix': '解决后再重新发送。',
    no: '重新发送没有作用。',
  },
};
