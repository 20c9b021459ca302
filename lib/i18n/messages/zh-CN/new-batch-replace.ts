import type { replace as english } from '#lib/i18n/messages/en/new-batch-replace.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const replace: Twin<typeof english> = {
  title: '一次更改所有 URL',
  find: '在 URL 中查找',
  with: '替换为',
  matches: '{count, plural, =0 {没有任何一行包含此文本} other {有 # 行包含此文本}}',
  run: '替换',
  all: '所有行使用同一个 URL',
  set: '全部设置',
  done: '{count, plural, =0 {没有行被更改} other {已更改 # 行}}',
};
