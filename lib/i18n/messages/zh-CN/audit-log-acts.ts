import type { auditLogActs as english } from '#lib/i18n/messages/en/audit-log-acts.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const auditLogActs: Twin<typeof english> = {
  filter: {
    search: '在日志中查找成员',
    placeholder: '姓名或邮箱（操作人或对象）',
    q: '搜索',
    group: '类型',
    groups: {
      signIns: '登录',
      people: '成员与账号',
      batches: '批次',
      settings: '设置与应用',
      reading: '导出与完整 URL',
      denied: '已拒绝',
    },
    person: '成员',
    app: '应用',
    time: '时间',
    noMatch: '没有符合条件的记录',
  },
  roles: { admin: '管理员', support: '客服' },
  signIn: {
    signedIn: {
      password: '登录',
      link: '通过密码链接登录',
      set_up: '在初始设置时登录',
    },
    failed: '以 {name}（{email}）的身份登录失败',
    failedUnknown: '登录失败：没有人使用此邮箱',
    failedOnAccount: '在账号页面输入了错误的旧密码',
    throttled: '以 {name}（{email}）的身份登录失败：尝试次数过多，需等待 {seconds} 秒',
    throttledUnknown: '登录失败：没有人使用此邮箱，尝试次数过多，需等待 {seconds} 秒',
    signedOut: '退出登录',
  },
  person: {
    added: '添加了 {name}（{email}），角色为{role}，并生成了邀请链接',
    invitation: '为 {name}（{email}）生成了新的邀请链接{replaced, plural, =0 {} other {，之前的链接已失效}}',
    newPassword:
      '为 {name}（{email}）生成了重设密码的链接{replaced, plural, =0 {} other {，之前的链接已失效}}',
    joined: '邀请链接已被使用：{name}（{email}）已设置密码',
    role: '将 {name}（{email}）的角色从{from}改为{to}{ended, plural, =0 {} other {，并结束了 # 个会话}}',
    disabled:
      '停用了 {name}（{email}）{ended, plural, =0 {} other {，并结束了 # 个会话}}{links, plural, =0 {} other {，其链接已失效}}',
    enabled: '重新启用了 {name}（{email}）',
    setUp: '完成初始设置，成为首位管理员：{name}（{email}）',
    setUpByEnvironment: '按 PATCHBOARD_ADMIN_EMAIL 将 {name}（{email}）设为首位管理员',
  },
  reset: '{name}（{email}）的密码已通过链接重设',
  resetConfirmed: '确认知晓密码于 <time></time> 被重设',
  batch: {
    started: '{count, plural, other {启动了一个 # 行的批次}}',
    retried: '{count, plural, other {重新发送了某批次中被拒绝的 # 行}}',
    paused: '暂停了一个批次',
    pausedFor: '暂停了一个批次：{code}',
    resumed: '恢复了一个批次',
    stopped: '停止了一个批次',
    show: '查看该批次',
  },
  check: {
    works: '检查了连接：密钥有效',
    limited: '检查了连接：密钥被接受，但无权读取号码',
    refused: '检查了连接：密钥被拒绝',
    not_sent: '检查了连接：请求未发出',
    unclear: '检查了连接：应答无法说明密钥是否有效',
  },
  denied: {
    page: '已拒绝：打开了需要“{right}”权限的页面',
    request: '已拒绝：请求了需要“{right}”权限的操作',
  },
  rights: {
    batches: { read: '查看批次', run: '运行批次' },
    bindings: { create: '绑定号码', export: '导出历史', read: '查看历史' },
    numbers: { refresh: '刷新腾讯云号码列表' },
    people: { manage: '管理成员' },
    auditLog: { read: '查看此日志' },
    safeMode: { acknowledge: '关闭数据库恢复的提示' },
    connection: { change: '更改设置', check: '检查连接', read: '查看连接' },
    urls: { reveal: '查看完整 URL' },
    views: { manage: '更改他人的视图', save: '保存视图', share: '共享视图' },
  },
};
