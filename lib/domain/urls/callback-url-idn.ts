/** Decodes one label of Punycode without its `xn--` (RFC 3492, section 6.2); null when it is not valid. */
function decodeLabel(encoded: string): string | null {
  const cut = encoded.lastIndexOf('-');
  const output = cut > 0 ? [...encoded.slice(0, cut)].map((character) => character.codePointAt(0) ?? 0) : [];
  let [point, index, bias, at] = [128, 0, 72, cut > 0 ? cut + 1 : 0];
  while (at < encoded.length) {
    const before = index;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const digit = Number.parseInt(encoded.charAt(at), 36);
      at += 1;
      if (Number.isNaN(digit)) return null;
      // RFC order is a-z then 0-9; base 36 reads 0-9 then a-z.
      const value = digit >= 10 ? digit - 10 : digit + 26;
      index += value * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (value < threshold) break;
      weight *= 36 - threshold;
    }
    const length = output.length + 1;
    let delta = before === 0 ? Math.floor((index - before) / 700) : Math.floor((index - before) / 2);
    delta += Math.floor(delta / length);
    let k = 0;
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
    bias = k + Math.floor((36 * delta) / (delta + 38));
    point += Math.floor(index / length);
    index %= length;
    if (point > 0x10ffff) return null;
    output.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...output);
}

/** A host as people read it: its `xn--` labels in their own script. */
export const toUnicodeHost = (host: string): string =>
  host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodeLabel(label.slice(4)) ?? label) : label))
    .join('.');

const scripts = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  han: /\p{Script=Han}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
  bopomofo: /\p{Script=Bopomofo}/u,
};
const known =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/** Scripts that are written together in one name (UTS 39, "highly restrictive"). */
const together = [
  ['latin', 'han', 'kana'],
  ['latin', 'han', 'hangul'],
  ['latin', 'han', 'bopomofo'],
];

/**
 * True when a host mixes scripts that no language mixes, such as Latin with one Cyrillic letter. Looks at the whole
 * host, so that a wholly Cyrillic name under .com is noticed too: it can look like a Latin one.
 */
export function mixesScripts(host: string): boolean {
  const found = Object.entries(scripts).flatMap(([name, pattern]) => (pattern.test(host) ? [name] : []));
  const others = [...host].some((character) => /\p{L}/u.test(character) && !known.test(character));
  if (others) return found.length > 0;
  return found.length > 1 && !together.some((allowed) => found.every((name) => allowed.includes(name)));
}
