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
  urlChange: {
    removed: '删除',
    added: '新增',
    none: '无回调 URL',
    onlyHidden: '只有隐藏部分不同：标出的 *** 代表不同的值。',
    hiddenFromYours: '与您的 URL 在隐藏部分不同',
  },
  urlWarnings: {
    http: 'http:// 未加密，途经的任何人都能看到来电信息。',
    placeholder: '域名是示例或占位符，发往该地址的请求不会由您的系统响应。',
    placeholder_part: '地址中含有占位符。这里不会替换占位符，会原样发送。',
    mixed_script: '主机名混用了不同文字的字母，可能是仿冒您熟悉的域名。',
    ends_in_mark: '地址末尾的符号可能属于复制时的上下文。',
  },
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
  maybeSent: '{sentence}请求仍可能已经发出，以历史中的记录为准。重复操作不会再次发送。',
  reload: '刷新页面',
  signInAndBack: '登录后返回',
  part: { title: '此部分未能加载' },
};
