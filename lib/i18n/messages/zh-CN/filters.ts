import type { filters as english } from '#lib/i18n/messages/en/filters.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const filters: Twin<typeof english> = {
  button: '筛选',
  label: '筛选条件',
  placeholder: '按…筛选',
  within: '{field}…',
  back: '全部筛选条件',
  match: '按{field}筛选',
  fields: '字段和值',
  values: '{field}的值',
  value: '{field}：{value}',
  chosen: '已选',
  count: '{count, plural, other {# 条变更}}',
  atLeast: '{count, number}',
  inexact: '仅统计最新的 10,000 条符合条件的变更。',
  today: '今天',
  typeDay: '日期，例如 2026-11-03…',
  custom: '自定义时间范围…',
  hostTyped: '主机“{text}”',
  numberTyped: '号码“{text}”',
  none: '没有与“{text}”匹配的内容。',
  noBatch: '这些变更都不属于任何批次。',
  typeHost: '输入主机名，例如 hooks.acme.com。',
  typeNumber: '按发送的格式输入号码，例如 0086075586013388。其他格式请使用搜索框。',
  keys: '↑ ↓ 选择，Enter 设定，Esc 返回',
};
