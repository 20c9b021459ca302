import examples from 'libphonenumber-js/examples.mobile.json';
import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';
import { type HomeCountry, homeCountries } from '#lib/domain/numbers/home-country.ts';
import type { NumberMeaning } from '#lib/domain/numbers/number-meaning.ts';
import { isSentForm, meaningsIn, type NumberReading, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { type Draw, drawFrom } from '#lib/testing/batches/tables.ts';

export type HostileFigures = {
  inputs: number;
  kinds: Record<NumberReading['kind'], number>;
  /** The longest that one text took, in ms. */
  slowestMs: number;
};

function pick<Item>(draw: Draw, from: readonly Item[]): Item {
  const found = from[draw(from.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}

const digits = (draw: Draw, count: number): string => Array.from({ length: count }, () => draw(10)).join('');

const bases: readonly ((draw: Draw) => string)[] = [
  (draw) => {
    const region = pick(draw, homeCountries);
    return callingCodes[region] + examples[region];
  },
  (draw) => examples[pick(draw, homeCountries)],
  (draw) => `1${3 + draw(7)}${digits(draw, 9)}`,
  (draw) => `0755${digits(draw, 8)}`,
  (draw) => `86${pick(draw, ['', '0'])}10${digits(draw, 8)}`,
  (draw) => `400${digits(draw, 7)}`,
  (draw) => pick(draw, ['95588', '951234', '12345', '110', '10086', '96116', '8001', '100']),
  (draw) => digits(draw, 1 + draw(18)),
  (draw) => `1${pick(draw, ['800', '212', '555', '401'])}${digits(draw, 7)}`,
];

const fronts = [
  ...[
    '',
    '',
    '',
    '+',
    '00',
    '+00',
    '011',
    '010',
    '0011',
    '810',
    '001',
    '0',
    '86',
    '+86',
    '+860',
    '0086',
    '+86 86',
  ],
  ...[
    '+44 (0)',
    '(0)',
    '+0',
    'tel:',
    'Tel: ',
    '电话：',
    '="',
    "='",
    "'",
    '"',
    '“',
    '17951',
    '＋',
    '++',
    '1-',
    '(',
  ],
];

const ends = [
  ...[
    '',
    '',
    '',
    '.0',
    '.00',
    ',0',
    '.000',
    '"',
    'E+12',
    'e12',
    ' ext. 12',
    ' x8001',
    '转8001',
    ' 分机 8001',
  ],
  ...[
    ';ext=555',
    ';phone-context=+86',
    ';isub=7',
    '-5859',
    ' (8001)',
    ',,8001#',
    'p8001',
    '*8001',
    ' доб. 12',
  ],
  ...[
    '\n13800138000',
    ', 13900139000',
    '; 8001',
    '/89',
    '/86013399',
    ')',
    '#',
    '\u0000',
    '\ud800',
    ' Durchwahl 5',
  ],
];

const gaps = [
  '',
  '',
  '',
  ' ',
  '-',
  '.',
  ',',
  '\u00a0',
  '\u200b',
  '\u202d',
  '–',
  ' (',
  ') ',
  '/',
  '，',
  '\t',
  '+',
  '·',
];

const wholes = [
  ...[
    '',
    ' ',
    '+',
    '()',
    '#N/A',
    '#REF!',
    '####',
    'NULL',
    'NaN',
    '\\N',
    '8.6E+12',
    '1,38E+10',
    '８．６Ｅ＋１２',
    '-',
  ],
  ...[
    '13,800,138,000',
    '101,102,103',
    '12,345',
    '=HYPERLINK("tel:1")',
    '<script>',
    '🙂',
    '٠٧٥٥',
    'ext',
    'x',
    '#',
  ],
];

const scripts = [0x30, 0x30, 0x30, 0xff10, 0x660, 0x966, 0x1d7ce];

/** One text that somebody may paste, or make to harm. */
function drawText(draw: Draw): string {
  const turn = draw(20);
  if (turn === 0) return pick(draw, wholes);
  if (turn === 1) return pick(draw, ['1', ' ', 'x', ',', "'", '転', '(', '1,']).repeat(draw(5000));
  if (turn === 2) return Array.from({ length: draw(40) }, () => String.fromCharCode(draw(0x10000))).join('');
  const base = pick(draw, bases)(draw);
  const script = pick(draw, scripts);
  const often = draw(6);
  const written = Array.from(base, (digit) => {
    const gap = draw(6) < often && often > 3 ? pick(draw, gaps) : '';
    return gap + String.fromCodePoint(script + Number(digit));
  }).join('');
  const text = pick(draw, fronts) + written + pick(draw, ends);
  if (turn > 5) return text;
  const at = draw(text.length + 1);
  const edit = pick(draw, ['', String.fromCharCode(draw(0x3000)), pick(draw, gaps), String(draw(10))]);
  return text.slice(0, at) + edit + text.slice(at + draw(2));
}

const zeros = (() => {
  const found: number[] = [];
  for (let point = 0; point <= 0x1ffff; point += 1) {
    if (
      /\p{Nd}/u.test(String.fromCodePoint(point)) &&
      !/\p{Nd}/u.test(String.fromCodePoint(Math.max(0, point - 1)))
    )
      found.push(point);
  }
  return found;
})();

/** The digits of a text in any script, found in another way than the reader finds them. */
function digitsOf(text: string, form: 'NFC' | 'NFKC' = 'NFKC'): string {
  return Array.from(text.normalize(form), (character) => {
    if (!/\p{Nd}/u.test(character)) return '';
    const point = character.codePointAt(0) ?? 0;
    const zero = zeros.findLast((start) => start <= point) ?? 0;
    return String((point - zero) % 10);
  }).join('');
}

/** Length of the longest run of digits that both have in this order, not necessarily side by side. */
function commonLength(one: string, other: string): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const left of one) {
    const next = [0];
    for (const [place, right] of [...other].entries())
      next.push(left === right ? (row[place] ?? 0) + 1 : Math.max(row[place + 1] ?? 0, next[place] ?? 0));
    row = next;
  }
  return row[other.length] ?? 0;
}

const sorted = (text: string): string => [...text].sort().join('');

/** What is wrong with a meaning of a text; null where every digit is accounted for and what is sent reads as itself. */
function faultOf(text: string, { sent, changes }: NumberMeaning, home: HomeCountry): string | null {
  const named = (act: 'added' | 'removed') =>
    changes.flatMap((change) => (change.act === act ? change.digits : [])).join('');
  const typed = digitsOf(text);
  if (sorted(typed + named('added')) !== sorted(sent + named('removed')))
    return `${sent}: a digit is not named`;
  const kept = typed.length - named('removed').length;
  if (commonLength(typed, sent) < kept) return `${sent}: digits in another order`;
  if (!isSentForm(sent, { home })) return `${sent}: is not its own sent form`;
  return meaningsIn(readNumber(sent, { home })).some((again) => again.sent === sent)
    ? null
    : `${sent}: does not read as itself`;
}

function faultsOf(text: string, reading: NumberReading, home: HomeCountry): string[] {
  if (reading.kind === 'several') {
    // Taken from the text as it stands, where ⅔ is no digit.
    const all = digitsOf(reading.numbers.join(' '), 'NFC');
    const typed = digitsOf(text, 'NFC');
    return commonLength(typed, all) === typed.length ? [] : ['a list has lost a digit'];
  }
  return meaningsIn(reading).flatMap((meaning) => faultOf(text, meaning, home) ?? []);
}

/**
 * Reads so many generated texts, each by some home country. Throws on the first that ends the reading, loses or invents a digit, or
 * whose sent form does not read as itself, and names it with its seed and place.
 */
export function runHostileNumbers({ count, seed }: { count: number; seed: number }): HostileFigures {
  const draw = drawFrom(seed);
  const kinds = { empty: 0, ready: 0, ambiguous: 0, extension: 0, several: 0, invalid: 0 };
  let slowestMs = 0;
  for (let place = 0; place < count; place += 1) {
    const text = drawText(draw);
    const home = draw(3) === 0 ? pick(draw, homeCountries) : 'CN';
    const start = performance.now();
    const reading = readNumber(text, { home });
    slowestMs = Math.max(slowestMs, performance.now() - start);
    kinds[reading.kind] += 1;
    const faults = faultsOf(text, reading, home);
    if (faults.length > 0)
      throw new Error(
        `Seed ${seed}, input ${place}, home ${home}: ${JSON.stringify(text)} gives ${faults.join('; ')}.`,
      );
  }
  return { inputs: count, kinds, slowestMs };
}
