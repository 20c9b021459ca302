import type { passwordReset as english } from '#lib/i18n/messages/en/password-reset.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const passwordReset: Twin<typeof english> = {
  madeBy: '链接由 {maker}于 <time></time> 生成，{address, select, none {地址未知} other {来自 {address}}}',
  makerUnknown: '无法得知链接由谁生成：它由较早的版本生成。',
  makers: { commandLine: '命令行', unknown: '未登录者', system: 'Patchboard' },
  used: '于 <time></time> 使用，{address, select, none {地址未知} other {来自 {address}}}',
  notice: {
    title: '您的密码已通过链接重设',
    text: '如果这不是您要求的，可能有人以您的身份登录过：请告知另一位管理员，并在“我的账号”中设置新密码。',
    confirmed: '此前已通过您的账号确认',
    confirm: '是我要求的',
    recorded: '此操作会连同您的姓名一起记录。',
    account: '我的账号',
    done: '已确认并记录。',
  },
  overview: {
    title: '最近 7 天内有 {count, plural, other {# 个密码}}通过链接重设',
    text: '持有链接的人可能以该成员的身份登录过。此后 24 小时内的绑定会带有标记。',
    of: '{name}（{email}）',
    show: '在审计日志中查看',
  },
};
