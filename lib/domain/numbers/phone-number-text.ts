/** Kinds of characters that a pasted number may carry and that mean nothing. */
export type IgnoredKind =
  | 'spaces'
  | 'punctuation'
  | 'invisible'
  | 'full_width'
  | 'prefix'
  | 'label'
  | 'thousands'
  | 'spreadsheet_quotes';

export type CleanedNumber =
  | { ok: true; plus: boolean; zeroAt: number | null; digits: string; removed: IgnoredKind[] }
  | { ok: false; fault: 'letters' | 'characters' };

const invisible = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]/u;
const space = /[\p{Zs}\t\r\n\u2028\u2029]/u;
const plus = /[+\uff0b\ufe62\u207a\u208a\u2795]/u;
const punctuation =
  /[\p{Pd}\p{Ps}\p{Pe}\u2212\u30fc.\uff0e\u3002\uff61\u00b7\u2022\u2024\u30fb/\uff0f\\\uff3c~\uff5e_'\u2018\u2019`|\u00a6\u2044\u2215]/u;
const digit = /\p{Nd}/u;

/** The value of any script's decimal digit. Unicode keeps each script's ten digits side by side. */
function digitValue(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let start = point;
  while (digit.test(String.fromCodePoint(start - 1))) start -= 1;
  return (point - start) % 10;
}

/** The digits of a text, whatever their script, as 0-9. */
export const digitsIn = (text: string): string =>
  Array.from(text, (character) => (digit.test(character) ? digitValue(character) : '')).join('');

/** What people write in front of a number, as it stands in signatures and on websites. */
const label =
  /^(?:tel(?:ephone)?|phone|mobile|mob|cell|call|hotline|电话(?:号码)?|手机(?:号码?)?|座机|固话|热线|客服(?:电话|热线)?|联系电话|号码|電話(?:番号|號碼)?|手機|전화)\s*(?:no\.?|number)?\s*[.:：]?\s*(?=[+＋(（\d０-９])/iu;

/** A text without what people write in front of a number. */
export const withoutLabel = (text: string): string => text.replace(/^tel:/i, '').replace(label, '');

/**
 * Takes what means nothing out of a typed number and turns digits of every script into 0-9. Control characters,
 * lone surrogates and letters are not ignored: something else was meant. `zeroAt`: place among the digits of a zero that
 * stands alone in brackets.
 */
export function cleanNumber(typed: string): CleanedNumber {
  const removed = new Set<IgnoredKind>();
  const text = typed
    .trim()
    .replace(/^tel:/i, () => {
      removed.add('prefix');
      return '';
    })
    .replace(label, () => {
      removed.add('label');
      return '';
    });
  let sawPlus = false;
  let digits = '';
  for (const character of text) {
    if (character >= '0' && character <= '9') digits += character;
    else if (character === ' ') removed.add('spaces');
    else if (character === '-') removed.add('punctuation');
    else if (digit.test(character)) {
      digits += digitValue(character);
      removed.add('full_width');
    } else if (plus.test(character)) {
      // A plus says "what follows is the country code"; anywhere but in front it says something unknown.
      if (sawPlus || digits !== '') return { ok: false, fault: 'characters' };
      sawPlus = true;
      if (character !== '+') removed.add('full_width');
    } else if (invisible.test(character)) removed.add('invisible');
    else if (space.test(character)) removed.add(character === '\u00a0' ? 'invisible' : 'spaces');
    else if (punctuation.test(character)) removed.add('punctuation');
    else return { ok: false, fault: /\p{L}/u.test(character) ? 'letters' : 'characters' };
  }
  const zero = !removed.has('punctuation') ? null : /[([\uff08]\s*[0\uff10]\s*[)\]\uff09]/.exec(text);
  const zeroAt = zero ? digitsIn(text.slice(0, zero.index)).length : null;
  return { ok: true, plus: sawPlus, zeroAt, digits, removed: [...removed] };
}
