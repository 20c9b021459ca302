import type { Column } from '#lib/domain/batch.ts';

/** A name without case, blanks and punctuation. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `words`: of a name in Latin letters, also of `CamelCase` and `snake_case`. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Names in lines, with a blank between. */
type Names = {
  /** Whole names that mean this column and nothing else: the provider's, our export's, other consoles'. */
  exact: readonly string[];
  /** Parts that make it likely: words in Latin letters, any part in Chinese. */
  parts: readonly string[];
  /** Whole names or parts that can mean something else as well; what stands in the column decides. */
  vague: readonly string[];
  /** Parts that make it another column. */
  not: readonly string[];
};

const names: Record<Column, Names> = {
  app: {
    exact: [
      'app appid sdkappid application applicationid appname ccapp ccappid 应用 应用id 应用名称 应用名 所属应用',
      '联络中心应用 实例id',
    ],
    parts: ['sdkappid appid app application 应用'],
    vague: ['instance project workspace 实例 项目'],
    not: ['version status type 状态 类型 版本'],
  },
  number: {
    exact: [
      'number numbers phonenumber phone phones telephone telephonenumber tel did ddi didnumber',
      'ddinumber mobile mobilenumber cell cellphone msisdn e164 tn tfn inboundnumber incomingnumber',
      'callinnumber callednumber callee dnis hotline landline linenumber tollfreenumber',
      'virtualnumber servicenumber accessnumber calleenumber 号码 电话 电话号码 线路号码 手机 手机号 手机号码 呼入号码 被叫',
      '被叫号码 固话 热线 热线号码 座机 座机号码 固定电话 外线号码 服务号码 服务电话 接入号 接入号码 中继号码 中继号 客服电话 客服号码 绑定号码 企业号码 来电号码 呼入电话',
      '联系电话',
    ],
    parts: [
      'phone telephone tel did ddi mobile msisdn e164 dnis hotline landline 号码 电话 手机 热线 座机 固话',
    ],
    vague: ['number numbers no line extension ext contact 分机 分机号 线路 号 联系方式'],
    not: [
      'type row serial order ticket account invoice room employee staff batch id count index fax',
      'status name date time old previous caller seq sequence forward backup model zip postal url',
      'price amount qty quantity year attempts 类型 序号 行号 编号 工号 订单 单号 账号 房间 传真 状态 归属 数量 金额 日期 时间 名称 旧',
      '原 主叫 备用 型号 邮编 身份证 批次 价格 年份 地址',
    ],
  },
  numberType: {
    exact: [
      'numbertype type phonetype linetype phonenumbertype numberkind 号码类型 类型 线路类型 电话类型 内外线',
    ],
    parts: ['类型'],
    vague: ['kind category extension internal 内线 类别 种类'],
    not: ['call customer source app 来源 客户 应用'],
  },
  callbackUrl: {
    exact: [
      'callbackurl newcallbackurl callback url urls callininterface interface newurl uri voiceurl',
      'webhook webhookurl voicewebhook answerurl endpoint hook hookurl link callinurl inboundurl',
      'targeturl callbackaddress callbackuri callbacklink ivrurl 回调地址 回调url 新回调地址 接口 呼入接口 回调链接 回调',
      '新回调url 接口地址 呼入回调 呼入回调地址 链接 网址 呼入接口地址 接口url 回调接口 目标地址 新地址 新url',
    ],
    parts: ['url uri webhook callback endpoint hook link 回调 接口 链接 网址'],
    vague: ['address target destination interface handler voice 地址 目标 去向'],
    not: [
      'previous old current former fallback status backup test docs wiki method certainty email ip',
      'mail street recording sms message billing before 旧 原 当前 之前 备用 状态 文档 邮箱 办公 收货 录音 短信 变更前 方式',
    ],
  },
};

const split = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '));
const listsOf = ({ exact, parts, vague, not }: Names) => ({
  exact: new Set(split(exact)),
  parts: split(parts),
  vague: split(vague),
  not: split(not),
});
const lists = {
  app: listsOf(names.app),
  number: listsOf(names.number),
  numberType: listsOf(names.numberType),
  callbackUrl: listsOf(names.callbackUrl),
};

const isLatin = (part: string): boolean => /^[a-z0-9]+$/.test(part);

/**
 * How well a header's name fits a column: 3 names it, 2 likely, 1 perhaps, 0 says nothing, -3 names something else.
 */
export function nameScore(column: Column, name: string): number {
  const { exact, parts, vague, not } = lists[column];
  const whole = plain(name);
  if (whole === '' || name.length > 80) return 0;
  if (exact.has(whole)) return 3;
  if (not.some((part) => (isLatin(part) ? wordsOf(name).includes(part) : whole.includes(part)))) return -3;
  // What stands in brackets explains: `Phone number (E.164)`, `号码（必填）`.
  const outside = name.replace(/[([（【].*?[)\]）】]/g, ' ').replace(/[*:：?？]/g, ' ');
  if (exact.has(plain(outside))) return 3;
  const words = wordsOf(outside);
  const holds = (part: string) => (isLatin(part) ? words.includes(part) : whole.includes(part));
  if (parts.some(holds)) return 2;
  return vague.some(holds) ? 1 : 0;
}
