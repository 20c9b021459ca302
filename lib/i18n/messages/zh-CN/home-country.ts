import type { homeCountry as english } from '#lib/i18n/messages/en/home-country.ts';
import type { Twin } from '#lib/i18n/messages/en.ts';

export const homeCountry: Twin<typeof english> = {
  readAs: '按<country></country>号码识别',
  change: '更改',
  changeName: '按{country}号码识别：更改默认国家/地区',
  find: '查找国家/地区或国家代码',
  list: '国家/地区',
  none: '没有符合“{text}”的国家/地区。',
  own: '这是您自己的选择。',
  useConsole: '使用控制台的设置：{country}',
  onlyYours: '用于您输入的不带国家代码的号码，不影响其他人。',
  changed: '默认国家/地区：{country}',
};
