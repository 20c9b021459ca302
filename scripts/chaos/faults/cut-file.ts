import { answerPlan } from '#components/batches/new/lines/line-worker.ts';
import type { PlannedLine } from '#lib/batches/lines/plan.ts';
import { type Finding, same } from '#scripts/chaos/finding.ts';
import type { Random } from '#scripts/chaos/random.ts';

type App = { id: string; name: string };
const apps: [App, App] = [
  { id: '1400000000', name: '主线' },
  { id: '1400000001', name: 'Sales' },
];

const fileBytes = 2_048;

/** A file of about 2 KiB, in two scripts and with either end of line, and where each of its lines ends. */
function drawFile(random: Random): { text: string; ends: number[] } {
  const end = random.pick(['\n', '\r\n']);
  let text = `App,Number,Type,Callback URL${end}`;
  const ends = [Buffer.byteLength(text)];
  for (let line = 0; ends.length < 2 || (ends.at(-1) ?? 0) < fileBytes; line += 1) {
    const app = random.pick(apps).name;
    const url = `https://hooks.example.com/${random.hex(random.int(4, 12))}/${line}`;
    text += `${app},+86 755 ${87_300_000 + line},number,${random.int(0, 1) ? `"${url}"` : url}${end}`;
    ends.push(Buffer.byteLength(text));
  }
  return { text, ends };
}

function plan(bytes: Buffer): readonly PlannedLine[] | null {
  const copy = Uint8Array.from(bytes).buffer;
  const answer = answerPlan({
    ask: 1,
    source: { bytes: copy },
    defaults: { appId: null, callbackUrl: null },
    apps,
    allowHttp: false,
  });
  return answer.ok ? answer.planned : null;
}

const wantedOf = (line: PlannedLine | undefined): string =>
  line?.kind === 'ready' ? [line.appId, line.number, line.callbackUrl].join(' ') : (line?.kind ?? 'missing');

/** Cut inside a character or between quotes: what the whole says is not to be guessed, so refusing it is right. */
const isTorn = (bytes: Buffer, at: number, rest: string): boolean =>
  ((bytes[at] ?? 0) & 0xc0) === 0x80 || rest.split('"').length % 2 === 0;

/** What is wrong with how a file is read that was cut after so many bytes; null when nothing is. */
function judgeCut(
  bytes: Buffer,
  at: number,
  { ends, whole }: { ends: number[]; whole: readonly PlannedLine[] },
) {
  const planned = plan(bytes.subarray(0, at));
  // The head of the table is not a line; what follows the last end of line is one that was begun.
  const complete = ends.filter((end) => end <= at).length - 1;
  if (complete < 0)
    return (planned ?? []).some(({ kind }) => kind === 'ready') ? 'a line out of half a head' : null;
  const rest = bytes
    .subarray(ends[complete] ?? 0, at)
    .toString()
    .trim();
  if (planned === null) return isTorn(bytes, at, rest) ? null : 'refused';
  const expected = complete + (rest === '' ? 0 : 1);
  if (planned.length !== expected) return `${planned.length} lines instead of ${expected}`;
  for (let line = 0; line < complete; line += 1)
    if (wantedOf(planned[line]) !== wantedOf(whole[line])) return `line ${line + 1} reads otherwise`;
  const last = planned[complete];
  const uncut = whole[complete];
  if (last?.kind !== 'ready' || uncut?.kind !== 'ready') return null;
  const short =
    last.number === uncut.number && uncut.callbackUrl.startsWith(last.callbackUrl.replace(/\/$/, ''));
  return short ? null : `the cut line reads ${wantedOf(last)}`;
}

/** Cuts the file at every byte and reads it by the page's own code: the count is exact, and no line becomes another. */
export function cutAtEveryByte(random: Random): Finding[] {
  const { text, ends } = drawFile(random);
  const bytes = Buffer.from(text);
  const whole = plan(bytes) ?? [];
  const wrong: string[] = [];
  for (let at = 0; at <= bytes.length; at += 1) {
    const flaw = judgeCut(bytes, at, { ends, whole });
    if (flaw !== null) wrong.push(`after ${at} bytes: ${flaw}`);
  }
  const [first = ''] = text.split(/\r?\n/).slice(1);
  const other = first.replace(/[^,]*$/, 'https://hooks.example.com/other');
  const doubled = plan(Buffer.from(`${text}${first}\n${other}`)) ?? [];
  const kinds = Map.groupBy(doubled, ({ kind }) => kind);
  return [
    same(
      'the whole file, lines that are ready',
      whole.filter(({ kind }) => kind === 'ready').length,
      ends.length - 1,
    ),
    same(`cut after each of its ${bytes.length} bytes, readings that are wrong`, wrong, []),
    same(
      'a number in three lines that do not agree, lines to choose from',
      kinds.get('duplicate')?.length,
      3,
    ),
  ];
}
