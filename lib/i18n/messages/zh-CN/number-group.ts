import type { numberGroup as english } from '#lib/i18n/messages/en/number-group.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const numberGroup: Twin<typeof english> = {
  code: ' {code} 号码',
  mainland: {
    mobile: '大陆手机号码',
    landline: '大陆固定电话',
    service: '大陆 400/800 号码',
    premium: '大陆增值服务号码',
    shared_cost: '大陆分摊付费号码',
    other: '其他大陆号码',
  },
  short: '公众短号码',
  internal: '内部号码',
  extension: '分机',
  other: '其他号码',
  decided: '{name} 确定 {count, number} 行按{group}处理，而不是{others}。',
};
