import type { crash as english } from '#lib/i18n/messages/en/crash.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const crash: Twin<typeof english> = {
  title: '无法显示控制台',
  text: '控制台遇到意外错误。如果再次出现，请告知本服务器的管理员，日志中有更多信息。',
  maybeSent: '如果您刚刚确认过变更，该变更可能已经发出。重复操作之前，请先查看历史。',
  incident: '错误编号',
  action: '打开首页',
  history: '查看历史',
};
