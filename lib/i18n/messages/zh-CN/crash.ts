import type { crash as english } from '#lib/i18n/messages/en/crash.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const crash: Twin<typeof english> = {
  title: '无法显示控制台',
  text: '控制台遇到意外错误，此错误没有导致任何请求被发出。如果再次出现，请告知本服务器的管理员，日志中有更多信息。',
  incident: '错误编号',
  action: '打开首页',
};
