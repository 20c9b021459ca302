import type { ui as english } from '#lib/i18n/messages/en/ui.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const ui: Twin<typeof english> = {
  outcome: {
    queued: '排队中',
    sending: '发送中',
    bound: '已绑定',
    refused: '被拒绝',
    unknown: '结果未知',
    unsent: '未发送',
    denied: '无权限',
  },
  copy: {
    copied: '已复制',
    refused: '浏览器不允许复制。文本已选中，请按 Ctrl+C 或 ⌘C。',
    url: '复制 URL',
    number: '复制号码',
    requestId: '复制 RequestId',
  },
  urlChange: { removed: '删除', added: '新增', none: '无回调 URL' },
  dialog: { close: '关闭' },
  errorSummary: { title: '有内容需要修改', titlePrefix: '错误：' },
  pages: { size: '每页行数', previous: '上一页', next: '下一页' },
  empty: {
    filters: '当前筛选条件：{filters}。',
    clear: '清除筛选',
    pastEnd: '此页没有记录',
    pastEndText: '该链接指向列表末尾之后。',
  },
  ignored: {
    names: '网址中有部分内容无法识别，未生效：{names}。其余条件均已应用。',
    remove: '从网址中去掉',
  },
  optional: '（选填）',
  loading: '加载中…',
  retry: '重试',
};
