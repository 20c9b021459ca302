import { digitsIn } from '#lib/domain/numbers/phone-number-text.ts';

/**
 * A number and what is dialled behind it. `certain`: a word says so (ext., 转, ;ext=); otherwise it is an extension only where the
 * rest is a whole number. `parameters`: digits of what is left out; `context`: digits put in front of the number, which stood behind it.
 */
export type SplitNumber = {
  main: string;
  extension: string;
  certain: boolean;
  parameters: string;
  context: string;
};

/** Words for an extension, as they are written in front of it, in the languages that have one for it. */
const words = [
  'extension|extn?|exten|xt|x',
  '转接|转分机|转|轉接|轉分機|轉|分机号码?|分机|分機號碼?|分機|内线号码?|内线|內線|内線番号|内線|接',
  '내선번호|내선',
  'добавочный|доб|внутренний|внутр|вн',
  'durchwahl|dw|nebenstelle|nst|apparat|app',
  'poste|interno|intern|int|anexo|ramal|anx|toestel|tst|wewnętrzny|wewn|wew|linka|kl|klapka',
  'dahili|máy lẻ|anknytning|ankn|lokalnr|lokal|alanumero|alanro|mellék|sambungan|samb',
  'تحويلة|داخلي|שלוחה|ต่อ|εσωτ',
].join('|');

const marked = new RegExp(
  `^(.*?)(?<!\\p{L})(?:${words}|#)[\\s.:#=\\-\\u2013号號番]*[(\\[]?\\s*(\\p{Nd}{1,10})\\s*[)\\]]?#?$`,
  'isu',
);

/** Signs that a phone waits at before it dials on: two commas, p, w and *. Whatever follows them is dialled then. */
const paused = /^(.*?\p{Nd}[\s)]*)(?:,{2,}|;{2,}|[pw*]+)([\p{Nd},;pw*#\s]*\p{Nd}[#*]?)$/iu;

const bracketed = /^(.*\S)\s*[([【{]\s*(\p{Nd}{1,6})\s*[)\]】}]$/u;

const lastGroup = /^(.*\p{Nd}[)\]\s]*)[\s\p{Pd}\u2212_~/.·:|\\]+(\p{Nd}{1,6})$/u;

/** RFC 3966: `+1-905-222-3333;ext=555;phone-context=…`. Null where no parameter follows a semicolon. */
function readParameters(text: string): SplitNumber | null {
  if (!/;\s*[a-z-]+\s*=/i.test(text) || /[\r\n]/.test(text)) return null;
  const [main = '', ...rest] = text.split(';');
  const given = new Map<string, string>();
  for (const each of rest) {
    const [name = '', value = ''] = each.split('=');
    given.set(name.trim().toLowerCase(), value.trim());
  }
  const context = given.get('phone-context') ?? '';
  const isGlobal = /^\+[\d.()-]+$/.test(context) && !/^\s*(?:tel:)?\s*\+/i.test(main);
  const others = [...given].filter(([name]) => name !== 'ext' && !(isGlobal && name === 'phone-context'));
  return {
    main: isGlobal ? `${context} ${main.replace(/^\s*tel:/i, '')}` : main,
    extension: digitsIn(given.get('ext') ?? ''),
    certain: true,
    parameters: digitsIn(others.map(([, value]) => value).join('')),
    context: isGlobal ? context.replace(/\D/g, '') : '',
  };
}

/** No number with its extension is longer; it bounds what the patterns above cost. */
const longestText = 120;

/** Splits off what a word or a sign names as an extension. */
export function splitMarkedExtension(typed: string): SplitNumber | null {
  const text = typed.normalize('NFKC').trim();
  if (text.length > longestText) return null;
  const parameters = readParameters(text);
  if (parameters) return parameters;
  const named = marked.exec(text);
  const [, main, behind] = named ?? paused.exec(text) ?? [];
  const extension = digitsIn(behind ?? '');
  // Longer ones are a number of their own, in a list with an empty place.
  if (main === undefined || extension === '' || extension.length > 10) return null;
  return { main, extension, certain: named !== null, parameters: '', context: '' };
}

/** Splits off a last group of digits that may be an extension: `(8001)` or `-5859` behind a number. */
export function splitLastGroup(typed: string): SplitNumber | null {
  const text = typed.normalize('NFKC').trim();
  if (text.length > longestText) return null;
  const [, main, extension] = bracketed.exec(text) ?? lastGroup.exec(text) ?? [];
  if (main === undefined || extension === undefined) return null;
  return { main, extension: digitsIn(extension), certain: false, parameters: '', context: '' };
}
