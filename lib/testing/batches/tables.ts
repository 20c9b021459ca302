/** Numbers below a bound. */
export type Draw = (below: number) => number;

/** Mulberry32: the same numbers on every run, within 32 bits so that none loses its low ones. */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = <T>(draw: Draw, from: readonly T[]): T => {
  const found = from[draw(from.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
};

const digits = (draw: Draw, count: number): string => Array.from({ length: count }, () => draw(10)).join('');

/** Cells as people have them, most of them harmless. */
const cells: readonly ((draw: Draw) => string)[] = [
  (draw) => `138${digits(draw, 8)}`,
  (draw) => `0755-${digits(draw, 8)}`,
  (draw) => `+86 755 ${digits(draw, 8)}`,
  (draw) => `https://h${draw(9)}.acme.com/in?a=${digits(draw, 2)}`,
  (draw) => `https://h.acme.com/?list=${draw(9)},${draw(9)};${draw(9)}`,
  (draw) => `Desk ${draw(40)}`,
  (draw) => pick(draw, ['备注', '深圳前台', 'VIP', 'n/a', '-', 'TRUE']),
  (draw) => `say "hi" ${draw(9)}`,
  (draw) => `"VIP" ${draw(9)}`,
  (draw) => `two\nlines ${draw(9)}`,
  (draw) => `5" pipe ${draw(9)}`,
  (draw) => `2026-11-${10 + draw(20)}`,
  (draw) => String(draw(500)),
  () => '',
  () => ' ',
];

const write = (draw: Draw, text: string, separator: string, quoting: number): string => {
  const has = [separator, '"', '\n', '\r'].some((mark) => text.includes(mark));
  if (quoting === 0 || (quoting === 1 && has)) return `"${text.replaceAll('"', '""')}"`;
  // As spreadsheets put cells on the clipboard, and people write by hand.
  if (quoting === 2 && /[\n\r\t]/.test(text)) return `"${text.replaceAll('"', '""')}"`;
  return draw(40) === 0 ? ` ${text} ` : text;
};

const trips = ['"', ',', ';', '\t', '\n', '\r', '\r\n', "'", ' ', '""', '1', '=', '|', '\u3000', '，'];

/** One table: written well at first, then with a few characters put in, taken out or doubled. */
export function drawTable(draw: Draw): string {
  const separator = pick(draw, [',', ',', ';', '\t', '|']);
  const end = pick(draw, ['\n', '\r\n', '\n', '\r']);
  const quoting = draw(4);
  const width = 1 + draw(5);
  const rows = 1 + draw(8);
  const kinds = Array.from({ length: width }, () => pick(draw, cells));
  // A number and its URL with a blank between, as people type them.
  if (width === 1 && draw(4) === 0)
    return Array.from({ length: rows }, () => `0755${digits(draw, 8)} https://h.acme.com/${draw(9)}`).join(
      end,
    );
  const lines = Array.from({ length: rows }, (_, row) => {
    const ragged = draw(12) === 0 ? 1 + draw(width) : width;
    return Array.from({ length: ragged }, (_, place) => {
      if (row === 0 && width > 1 && draw(6) === 0) return pick(draw, ['number', 'url', '号码', 'note']);
      return write(
        draw,
        (draw(6) === 0 ? pick(draw, cells) : (kinds[place] ?? pick(draw, cells)))(draw),
        separator,
        quoting,
      );
    }).join(separator);
  });
  let text = `${draw(20) === 0 ? '\ufeff' : ''}${lines.join(end)}${draw(2) === 0 ? end : ''}`;
  for (let hit = draw(3); hit > 0 && text.length > 0; hit -= 1) {
    const at = draw(text.length);
    const put = draw(3) === 0 ? '' : pick(draw, trips);
    text = text.slice(0, at) + put + text.slice(at + draw(2));
  }
  return text;
}
