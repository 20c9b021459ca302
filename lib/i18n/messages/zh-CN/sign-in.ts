import type { signIn as english } from '#lib/i18n/messages/en/sign-in.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const signIn: Twin<typeof english> = {
  title: '登录',
  email: '邮箱',
  password: '密码',
  submit: '登录',
  forgotten:
    '忘记密码？管理员可在“成员”页面为您生成新链接，服务器运维人员也可以运行：npm run admin -- reset EMAIL',
  notSetUp: {
    title: 'Patchboard 尚未初始化',
    lead: '创建首位管理员之前，任何人都无法登录。启动服务器的人可以这样创建：',
    find: '查看服务器的终端或日志。启动时会输出一行以“First run: create the first admin at”开头的内容。',
    open: '打开该行中的链接。链接只能使用一次，有效期为一小时。',
    again: '链接已超过一小时或已被使用？停止并重新启动服务器，即会输出新的链接。',
    unattended:
      '没有浏览器时：设置 PATCHBOARD_ADMIN_EMAIL 和 PATCHBOARD_ADMIN_PASSWORD，然后重新启动服务器。',
    reload: '已完成初始化：前往登录',
  },
  name: '您的姓名',
  nameHint: '在历史中显示于您的变更旁边。',
  newPassword: '密码',
  newPasswordHint: '至少 {limit} 个字符，且不易被猜到。可以用几个词连在一起。',
  showPassword: '显示密码',
  setup: {
    title: '初始化 Patchboard',
    lead: '创建首位管理员，之后可以添加更多成员。',
    adminHeading: '首位管理员',
    appHeading: '首个应用',
    appLead: '在其中绑定号码的应用（SdkAppId），可在云联络中心控制台中查到。',
    appId: 'SdkAppId',
    appIdHint: '仅数字，例如 1400000000。',
    appName: '应用名称',
    appNameHint: '您的团队对它的称呼，例如“总机”。',
    submit: '创建管理员并登录',
    closedTitle: '初始化已完成',
    closedText: '此控制台已有管理员，初始化链接不再有效。',
    expiredTitle: '此初始化链接无效',
    expiredText: '链接已被使用、已超过一小时，或在复制时不完整。',
  },
  invitation: {
    title: '欢迎，{name}',
    lead: '请为 {email} 设置密码。',
    submit: '设置密码并登录',
    expiredTitle: '此链接无效',
    expiredText:
      '链接已被使用、已被新链接取代，或已过期。如已设置密码，请直接登录；否则请向管理员索取新链接。',
    expiredSignedIn: '链接已被使用、已被新链接取代，或已过期。您已登录，无需再使用它。',
  },
  goToSignIn: '前往登录',
  goToConsole: '前往概览',
  linkReading: '正在打开链接…',
  linkNotRead: '无法检查此链接',
  tryAgain: '重试',
};
