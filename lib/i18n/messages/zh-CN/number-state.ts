import type { numberState as english } from '#lib/i18n/messages/en/number-state.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const numberState: Twin<typeof english> = {
  label: {
    set: '在此设置',
    unknown: '结果未知',
    never: '从未在此设置',
    sending: '正在设置',
  },
  provider: {
    normal: '正常',
    overdue: '欠费',
    disabled: '已停用',
    violation: '违规',
    other: '其他状态',
    missing: '不在列表中',
    unread: '尚未读取',
  },
  code: '状态 {code}',
};
