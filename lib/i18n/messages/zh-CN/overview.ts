import type { overview as english } from '#lib/i18n/messages/en/overview.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const overview: Twin<typeof english> = {
  title: '概览',
  about: '变更结果如何、哪些仍未确定、腾讯云是否有应答。',
  stale: '刚才无法重新读取，以下是上一次成功读取的内容。',
  outcomes: {
    title: '结果',
    outcome: '结果',
    day: '最近 24 小时',
    week: '最近 7 天',
    atLeast: '{count, number}+',
    show: '{count} 条{outcome}，{span}：在历史中查看',
    inexact: '变更数量超出统计范围，此处仅统计最新的 {limit, number} 条。',
  },
  unknown: {
    title: '{count, plural, other {# 个号码的结果未知}}',
    titleAtLeast: '超过 {count, number} 个号码的结果未知',
    admin:
      '腾讯云可能已应用这些变更，也可能没有，因此号码可能指向旧 URL 或新 URL。请用正确的 URL 重新绑定该号码，得到确认后即可确定。',
    support:
      '腾讯云可能已应用这些变更，也可能没有，因此号码可能指向旧 URL 或新 URL。管理员重新绑定该号码后即可确定。',
    bind: '绑定号码',
    open: '打开 {number} 的记录',
    by: '操作人：{name}',
    all: '在历史中查看全部',
    none: '没有等待答复的号码：所有结果均已知。',
  },
  latest: { title: '最近的变更', caption: '最近的变更，最新的在前', all: '查看全部历史' },
  connection: {
    title: '连接',
    more: '全部信息',
    provider: '腾讯云',
    answered: '有应答',
    silent: '最近一次请求没有应答',
    silentAt: '最近尝试',
    lastAnswer: '最近应答',
    never: '未知：尚未发送过请求。',
    noAnswer: '最近的请求均无应答',
    clock: '服务器时钟',
    clockRight: '误差在一分钟以内',
    clockUnknown: '未知：尚无应答可供判断。',
    asOf: '截至',
    corrected: '请求按校正后的时间签名。',
    key: '云密钥',
    sources: {
      environment: '来自环境变量',
      profile: '来自配置文件',
      simulator: '内置模拟器的密钥',
    },
    endpoint: '接口地址',
    simulated: '模拟环境：不会影响任何真实号码',
    checked: '密钥检查',
    verdicts: {
      works: '可用',
      limited: '有效，但无权读取号码',
      refused: '被拒绝',
      not_sent: '未发送任何内容',
      unclear: '没有明确的应答',
    },
    notChecked: '服务器启动后尚未检查',
  },
};
