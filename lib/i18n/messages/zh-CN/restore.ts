import type { restore as english } from '#lib/i18n/messages/en/restore.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const restore: Twin<typeof english> = {
  button: '恢复此 URL',
  before: '恢复变更前的 URL',
  title: '把此 URL 恢复到 <number></number>？',
  from: '要恢复的 URL 由 {name} 设置，<time></time>。',
  unchangedText:
    '据本控制台所知，该号码已经是此 URL 和类型，没有可恢复的内容。如需再次发送，请使用绑定表单。',
  alreadySet: '已是当前设置：据本控制台所知，该号码现在就是它。',
  refused: '无法恢复此 URL',
  reveal: {
    both: '显示两个完整 URL',
    hide: '重新隐藏',
    hint: '此操作会连同您的姓名一起记录。',
    shown: '已显示两个完整 URL，并已记录。',
  },
  entry: {
    exact: '确定',
    uncertain: '不确定',
    unknown: '未知',
    beforeSame: '此前生效的就是同一个 URL，没有变化。',
    beforeExact: '变更前的 URL 是此次变更之前在本控制台最后确认的 URL。',
    beforeNoUrl: '此前的一次变更没有发送回调 URL，腾讯云对此如何处理没有文档说明。',
    beforeUncertain: '该号码此前有一次变更的结果未知，变更前的 URL 可能并非如此。',
    beforeNone: '变更前的 URL 不详：从未通过本控制台设置。',
    timing: '耗时',
    requestN: '第 {n} 次请求',
    waited: '等待发送',
    wire: '网络往返',
    total: '从保存到答复',
    waitedAndWire: '{waited} 后发出，再过 {wire} 结束',
    unmeasured: '无法测量：没有看到答复到达。',
    notOver: '尚未结束。',
    storedAt: '保存于 <time></time>',
    settledAt: '结束于 <time></time>',
    requestIds: 'RequestId',
    noRequestId: '无：没有请求到达腾讯云，或没有答复到达本控制台。',
  },
};
