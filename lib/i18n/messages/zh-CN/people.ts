import type { people as english } from '#lib/i18n/messages/en/people.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const people: Twin<typeof english> = {
  title: '成员',
  lead: '谁可以登录，以及可以做什么。变更在成员的下一次操作时生效。',
  add: '添加成员',
  caption: '所有可以或曾经可以登录的成员',
  columns: { person: '成员', role: '角色', state: '状态', lastSignIn: '上次登录', actions: '操作' },
  roles: { admin: '管理员', support: '客服' },
  roleMeaning: {
    admin: '可绑定号码、查看历史、管理成员',
    support: '可查看历史，不能做任何更改',
  },
  states: { active: '正常', invited: '已邀请', disabled: '已停用' },
  never: '从未登录',
  you: '您',
  ownRow: '您的角色和状态只能由其他管理员更改。',
  ownAccount: '我的账号',
  action: {
    makeAdmin: '设为管理员',
    makeSupport: '设为客服',
    disable: '停用',
    enable: '启用',
    newLink: '新链接',
    of: '{action}：{name}',
  },
  done: {
    role: '{name} 现在是{role, select, admin {管理员} other {客服}}，需要重新登录。',
    disabled: '{name} 已停用，并已在所有设备上退出登录。',
    enabled: '{name} 可以重新登录了。',
  },
  addDialog: {
    title: '添加成员',
    name: '姓名',
    email: '邮箱',
    emailHint: '用于登录，不会发送邮件。',
    role: '角色',
    roleOption: '{role}：{meaning}',
    submit: '添加并生成链接',
    cancel: '取消',
  },
  disableDialog: {
    title: '停用 {name}？',
    text: '该成员会立即退出登录，在管理员重新启用之前无法登录。其变更仍保留在历史中。',
    confirm: '停用',
    cancel: '不停用',
  },
  roleDialog: {
    title: '更改 {name} 的角色？',
    toAdmin: '管理员可以绑定号码和管理成员。',
    toSupport: '客服只能查看历史。',
    text: '该成员会退出登录，重新登录后以新角色使用。',
    confirm: '{role, select, admin {设为管理员} other {设为客服}}',
    cancel: '保持不变',
  },
  linkDialog: {
    title: '{name} 的链接',
    text: '请自行将链接发给对方。链接只能使用一次，72 小时内有效，且仅在此显示一次。打开链接的人将设置 {email} 的密码。',
    label: '一次性链接',
    copy: '复制链接',
    done: '完成',
  },
};
