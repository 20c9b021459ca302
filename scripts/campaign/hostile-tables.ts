import { answerPlan } from '#components/batches/new/lines/line-worker.ts';
import { type Draw, drawFrom, drawTable } from '#lib/testing/batches/tables.ts';

type Figures = { tables: number; lines: number; ready: number; asked: number };

/** A table whose truth is known: which numbers stand in it. All other digits are those of counters, ids, dates and amounts. */
type KnownTable = { text: string; numbers: string[]; isMangled: boolean };

const pick = <T>(draw: Draw, from: readonly T[]): T => {
  const found = from[draw(from.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
};

const digits = (draw: Draw, count: number) => Array.from({ length: count }, () => draw(10)).join('');

/** Numbers of one plan, so that only one meaning is left. */
const numberForms: readonly ((draw: Draw) => string)[] = [
  (draw) => `0755-8${digits(draw, 7)}`,
  (draw) => `0755 8${digits(draw, 7)}`,
  (draw) => `+86 755 8${digits(draw, 7)}`,
  (draw) => `008607558${digits(draw, 7)}`,
];

type ColumnKind = 'number' | 'url' | 'counter' | 'id' | 'date' | 'amount' | 'note' | 'blank';

const heads: Record<ColumnKind, readonly string[]> = {
  number: ['DID', 'Phone number (E.164)', '呼入号码', '手机号码', 'Tel.', 'Hotline'],
  url: ['Voice URL', 'Webhook', '回调地址', '链接', 'Callback URL'],
  counter: ['No.', '序号', '#', 'Row', ''],
  id: ['Employee', '工号', 'Ref', 'Order id'],
  date: ['Date', '日期', 'Since'],
  amount: ['Price', '金额', 'Fee'],
  note: ['Note', '备注', 'Desk', 'Address'],
  blank: ['', 'Reserved'],
};

const notes = [
  'VIP',
  '前台',
  '"VIP" desk',
  '5" pipe',
  'say "hi"',
  '',
  '',
  'n/a',
  "O'Brien",
  'two words',
  '=1+1',
];

/** `row` from 0. */
function cellOf(kind: ColumnKind, { draw, row }: { draw: Draw; row: number }): string {
  switch (kind) {
    case 'number':
      return pick(draw, numberForms)(draw);
    case 'url':
      return `https://h${draw(9)}.acme.com/in/${row}`;
    case 'counter':
      return String(row + 1);
    case 'id':
      return String(100_000 + draw(800_000));
    case 'date':
      return `2026-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
    case 'amount':
      return `${draw(900)}.${digits(draw, 2)}`;
    default:
      return kind === 'note' ? pick(draw, notes) : '';
  }
}

function shuffled<T>(draw: Draw, from: readonly T[]): T[] {
  return from
    .map((each) => ({ each, at: draw(1_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ each }) => each);
}

function write(draw: Draw, text: string, separator: string): string {
  if (text.includes(separator) || draw(8) === 0) return `"${text.replaceAll('"', '""')}"`;
  return draw(12) === 0 ? ` ${text}` : text;
}

function drawKnown(draw: Draw): KnownTable {
  const others = shuffled<ColumnKind>(draw, ['counter', 'id', 'date', 'amount', 'note', 'blank', 'blank']);
  const kinds = shuffled<ColumnKind>(draw, ['number', 'url', ...others.slice(0, draw(6))]);
  const separator = pick(draw, [',', ';', '\t', '\t', '|']);
  const end = pick(draw, ['\n', '\r\n', '\r']);
  const numbers: string[] = [];
  const rows = Array.from({ length: 3 + draw(14) }, (_, row) =>
    kinds.map((kind) => {
      const cell = cellOf(kind, { draw, row });
      if (kind === 'number') numbers.push(cell);
      return write(draw, cell, separator);
    }),
  );
  const head = kinds.map((kind) => write(draw, pick(draw, heads[kind]), separator));
  const titles = draw(4) === 0 ? ['号码清单 2026', ''].slice(0, 1 + draw(2)) : [];
  const lines = draw(3) === 0 ? rows : [head, ...rows];
  let text = [...titles, ...lines.map((line) => line.join(separator))].join(end);
  const isMangled = draw(2) === 0;
  for (let hit = isMangled ? 1 + draw(3) : 0; hit > 0; hit -= 1) {
    const at = draw(text.length);
    text = text.slice(0, at) + pick(draw, ['"', separator, end, ' ', '\t', "'", '""']) + text.slice(at);
  }
  return { text, numbers, isMangled };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** As it is sent: all numbers of `numberForms` are landlines of Shenzhen. A cut that leaves a whole number still means this one. */
const sentFormOf = (number: string): string => `00860755${digitsOf(number).slice(-8)}`;

function plan(text: string) {
  const answer = answerPlan({
    ...{ ask: 1, source: { text }, allowHttp: false, apps: [{ id: '1400000000', name: 'Main line' }] },
    defaults: { appId: '1400000000', callbackUrl: 'https://hooks.acme.com/in' },
  });
  if (!answer.ok) throw new Error(`the whole is refused: ${answer.problem.code}`);
  return answer.planned;
}

/** What is wrong with how a known table is read; null: nothing. */
function findFault({ text, numbers, isMangled }: KnownTable): string | null {
  const planned = plan(text);
  const shown = planned.map(({ typed }) => digitsOf(Object.values(typed).filter(String).join(' ')));
  const all = shown.join(' ');
  for (const number of numbers) {
    // A mangled number is cut in two, and both pieces are looked for.
    if (!isMangled && !all.includes(digitsOf(number))) return `${number} stands in no line`;
  }
  // Of a few mangled lines nobody can tell which are pieces of a number: the dry run shows each with its type.
  if (isMangled && numbers.length < 5) return null;
  const known = new Set(numbers.map(sentFormOf));
  for (const line of planned) {
    // What is marked as unusual is pointed out in its row: the first part of a number that was cut in two, for example.
    if (line.kind !== 'ready' || line.reading.isUnusual) continue;
    if (!known.has(line.number)) return `${line.typed.number} is bound`;
  }
  const readyCount = planned.filter(({ kind }) => kind === 'ready' || kind === 'duplicate').length;
  if (!isMangled && readyCount < numbers.length) return `only ${readyCount} of ${numbers.length} are ready`;
  return null;
}

/** Reads so many tables, half of known truth and half of none; throws with the first that is read wrongly. */
export function runHostileTables({ tables, seed }: { tables: number; seed: number }): Figures {
  const figures: Figures = { tables, lines: 0, ready: 0, asked: 0 };
  for (let round = 0; round < tables; round += 1) {
    const draw = drawFrom(seed * 1_000_003 + round);
    const known = round % 2 === 0 ? drawKnown(draw) : null;
    const text = known?.text ?? drawTable(draw);
    try {
      const fault = known && findFault(known);
      if (fault) throw new Error(fault);
      const planned = plan(text);
      figures.lines += planned.length;
      figures.ready += planned.filter(({ kind }) => kind === 'ready').length;
      figures.asked += planned.filter(({ kind }) => kind === 'invalid').length;
    } catch (error) {
      throw new Error(`Table ${round} of seed ${seed}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
  return figures;
}
