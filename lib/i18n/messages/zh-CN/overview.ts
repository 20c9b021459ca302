import type { overview as english } from '#lib/i18n/messages/en/overview.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const overview: Twin<typeof english> = {
  title: '概览',
  about: '变更结果如何、哪些仍未确定、腾讯云是否有应答。',
  stale: '刚才无法重新读取，以下是上一次成功读取的内容。',
  setback: {
    restored: {
      title: '已从 <time></time> 的副本恢复：{count, plural, other {# 个号码}}可能与腾讯云不一致',
      text: '该副本之后的变更在这里没有记录，因此号码的实际指向可能与本控制台显示的不同。重新绑定某个号码后，即可确定它的状态。',
    },
    away: {
      title: '自 <time></time> 起控制台未运行：{count, plural, other {# 个号码}}可能与腾讯云不一致',
      text: '最后一个服务器停止时还有变更未完成，而且已过去很久。其间可能有人在腾讯云控制台修改过号码，也可能恢复了磁盘的旧副本。',
    },
    held: '不会自动发送任何请求{count, plural, =0 {。} other {：有 # 个批次已暂停，等待有人恢复。}}',
    numbers: '查看这些号码',
    batches: '查看批次',
    acknowledge: '关闭此提示',
    recorded: '对所有人生效，并会以您的名义记录。',
    support: '管理员核实后会关闭此提示。',
    gone: '提示已关闭。',
  },
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
      '腾讯云可能已应用这些变更，也可能没有，因此号码可能指向旧 URL 或新 URL。请再次发送，或用正确的 URL 重新绑定该号码，得到确认后即可确定。',
    support:
      '腾讯云可能已应用这些变更，也可能没有，因此号码可能指向旧 URL 或新 URL。管理员重新绑定该号码后即可确定。',
    bind: '绑定号码',
    open: '打开 {number} 的记录',
    by: '操作人：{name}',
    all: '在历史中查看全部',
    none: '没有等待答复的号码：所有结果均已知。',
  },
  unsettled: {
    title: '{count, plural, other {# 个号码尚未确定}}',
    titleAtLeast: '超过 {count, number} 个号码尚未确定',
    admin:
      '这些号码此前的一次变更没有得到明确结果，其请求可能迟到并取代最新的变更，因此一旦不再可能迟到，最新的变更会自动再发送一次。需要人工处理的，请重新绑定该号码。',
    support:
      '这些号码此前的一次变更没有得到明确结果，其请求可能迟到并取代最新的变更，因此一旦不再可能迟到，最新的变更会自动再发送一次。需要人工处理的，由管理员重新绑定该号码。',
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
