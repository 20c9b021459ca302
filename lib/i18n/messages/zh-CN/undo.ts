import type { undo as english } from '#lib/i18n/messages/en/undo.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const undo: Twin<typeof english> = {
  some: '{total, number} 行中有 {restorable, number} 行可以恢复。',
  all: '{total, plural, =1 {这一行可以恢复。} other {全部 # 行都可以恢复。}}',
  none: '此批次中没有可以恢复的内容。',
  leftOut: {
    first: '{count, number} 行此前在此没有 URL',
    changed: '{count, number} 行之后已被他人更改',
    already: '{count, number} 行已是原来的 URL',
    noUrl: '{count, number} 行此前绑定时没有 URL，无法再次发送',
    urlNotAllowed: '{count, number} 行原来的 URL 已不符合现行规则',
    appGone: '{count, number} 行所属的应用已不再配置',
    refused: '{count, number} 行被拒绝，从未生效',
    unsent: '{count, number} 行未发送',
    underWay: '{count, number} 行仍在处理中',
  },
  unknown: '其中 {count, number} 行结果未知，恢复后即可确定。',
  which: '哪些行不在其中',
  line: '第 {line, number} 行',
  more: '另有 {count, number} 行',
  done: '恢复该批次 {total, number} 行中的 {sent, number} 行。',
  removed: '{count, number} 行在试运行中被移除或更改',
};
