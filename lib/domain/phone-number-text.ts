/** Kinds of characters that a pasted number may carry and that mean nothing. */
export type IgnoredKind = 'spaces' | 'punctuation' | 'invisible' | 'full_width' | 'prefix';

export type CleanedNumber =
  | { ok: true; plus: boolean; bracketedZero: boolean; digits: string; removed: IgnoredKind[] }
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

/**
 * Takes what means nothing out of a typed number and turns digits of every script into 0-9. Control characters,
 * lone surrogates and letters are not ignored: something else was meant.
 */
export function cleanNumber(typed: string): CleanedNumber {
  const removed = new Set<IgnoredKind>();
  const text = typed.trim().replace(/^tel:/i, () => {
    removed.add('prefix');
    return '';
  });
  let sawPlus = false;
  let digits = '';
  for (const character of text) {
    if (/[0-9]/.test(character)) digits += character;
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
  const bracketedZero = /[([\uff08]\s*[0\uff10]\s*[)\]\uff09]/.test(text);
  return { ok: true, plus: sawPlus, bracketedZero, digits, removed: [...removed] };
}

const extensionMark =
  /(?:^|[\s,;\uff0c\uff1b)\uff09\d-])(?:ext(?:ension|n)?|x|\u8f6c|\u8f49|\u5206\u673a|\u5206\u6a5f|\u5185\u7ebf|\u5167\u7dda|#)[.:\uff0e\uff1a\s]*(\d{1,6})\s*$/iu;

/** Splits "0755 86013388 ext. 12" and "0755-86013388转12" into the number and its extension. */
export function splitExtension(typed: string): { main: string; extension: string } | null {
  const match = extensionMark.exec(typed.normalize('NFKC'));
  if (match?.[1] === undefined) return null;
  // The character before the mark belongs to the number when it is a digit or a closing bracket.
  const kept = /^[\d)\uff09]/.test(match[0]) ? 1 : 0;
  return { main: typed.normalize('NFKC').slice(0, match.index + kept), extension: match[1] };
}
