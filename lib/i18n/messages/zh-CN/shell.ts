import type { shell as english } from '#lib/i18n/messages/en/shell.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const shell: Twin<typeof english> = {
  description: '为号码绑定回调 URL，每次变更都可追溯。',
  skip: '跳到正文',
  menu: '菜单',
  nav: {
    label: '页面',
    overview: '概览',
    bind: '绑定',
    history: '历史',
    numbers: '号码',
    people: '成员',
    records: '记录',
    settings: '连接',
  },
  environment: {
    endpoint: '接口地址',
    key: '云密钥',
    simulator: '模拟环境：不会影响任何真实号码',
  },
  preferences: {
    language: '语言',
    languages: { en: 'English', 'zh-CN': '简体中文' },
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  },
  account: { signOut: '退出登录', roles: { admin: '管理员', support: '客服' } },
  shortcuts: {
    title: '键盘快捷键',
    overview: '前往概览',
    bind: '绑定号码',
    numbers: '打开号码',
    search: '搜索历史',
    filter: '筛选历史',
    palette: '在任意位置查找号码或命令',
    submit: '在表单任意位置核对绑定',
    close: '关闭对话框',
    list: '显示此列表',
    single: '单键快捷键',
    singleHint: '如果您使用语音输入或容易误触按键，可以将其关闭。',
  },
  palette: {
    title: '查找或前往',
    label: '号码、RequestId、URL 的一部分或命令',
    find: '在历史中查找“{text}”',
    go: '打开“{page}”',
    theme: '主题：{name}',
    language: '语言：{name}',
  },
  notFound: {
    title: '此地址没有内容',
    text: '链接可能已失效或有误，也可能您无权查看其内容。',
    action: '返回首页',
  },
  forbidden: {
    title: '您的角色无法打开此页面',
    text: '绑定号码和管理成员仅限管理员操作。如有需要，请联系管理员。',
    action: '查看历史',
  },
  signedOut: {
    title: '您已退出登录',
    text: '请重新登录以继续，登录后会回到此页面。',
    action: '登录',
  },
  failed: {
    title: '无法显示此页面',
    text: '控制台遇到意外错误，此错误没有导致任何请求被发出。',
    incident: '错误编号',
    copyIncident: '复制错误编号',
    action: '重试',
  },
};
