import type { account as english } from '#lib/i18n/messages/en/account.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const account: Twin<typeof english> = {
  title: '我的账号',
  lead: '您以 {email} 登录。角色可由其他管理员更改。',
  profile: {
    title: '姓名',
    label: '姓名',
    hint: '显示在您的变更旁边。以前的变更仍显示当时的姓名。',
    save: '保存姓名',
    done: '姓名已保存。',
  },
  password: {
    title: '密码',
    current: '当前密码',
    next: '新密码',
    hint: '至少 {limit} 个字符，且不易被猜到。可以用几个词连在一起。',
    show: '显示密码',
    save: '修改密码',
    consequence: '您的其他会话会结束，当前会话继续有效。',
    done: '密码已修改。{ended, plural, =0 {您没有其他会话。} other {您的其他 # 个会话已结束。}}',
  },
  sessions: {
    title: '登录会话',
    lead: '您已登录的浏览器。会话在 30 分钟未使用后，或登录满 12 小时后结束。',
    caption: '您的登录会话，当前会话在前',
    columns: {
      device: '浏览器',
      address: '地址',
      started: '登录时间',
      lastUsed: '上次使用',
      actions: '操作',
    },
    device: '{system} 上的 {browser}',
    unknownBrowser: '未知浏览器',
    unknownSystem: '未知系统',
    noAddress: '未知',
    current: '当前会话',
    end: '结束会话',
    endOf: '结束会话：{device}，{address}',
    ended: '会话已结束。',
    endOthers: '结束所有其他会话',
    othersEnded: '您的其他会话均已结束。',
    noOthers: '您没有其他会话。',
  },
};
