import type { chart as english } from '#lib/i18n/messages/en/chart.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const chart: Twin<typeof english> = {
  title: '各时段的结果',
  show: '显示图表',
  hide: '隐藏图表',
  loading: '正在加载图表',
  failed: '无法加载图表，下方表格不受影响。',
  retry: '重试',
  empty: '此时间段没有变更',
  asked: '{from} 至 {to}（{zone}）',
  usual: '{from} 至 {to}（{zone}）：未选择开始时间，显示 30 天。表格显示全部时间。',
  many: '自 {from} 起（{zone}）：此时间段最新的 100,000 条变更。',
  bars: '柱形，最早的在前。方向键移动，Enter 将时间缩小到一根柱形。',
  bar: '{from} 至 {to}：{counts}。只看这些',
  emptyBar: '{from} 至 {to}：没有变更',
  span: '{from} 至 {to}',
  count: '{outcome} {count, number}',
  join: '，',
  legend: '图表中的结果',
  asTable: '以表格显示',
  time: '时间（{zone}）',
  total: '合计',
};
