import { expect, test } from 'vitest';
import { mapColumns } from '#lib/batches/lines/columns.ts';
import { parseTable } from '#lib/batches/lines/csv.ts';
import { decodeFile } from '#lib/batches/lines/decode.ts';
import { readLines } from '#lib/batches/lines/lines.ts';
import { planLines } from '#lib/batches/lines/plan.ts';
import { templateCsv } from '#lib/batches/lines/template.ts';
import { csvLine } from '#lib/domain/csv.ts';
import type { Problem } from '#lib/domain/problem.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('10,000 cut and mangled files give whole records, and faults with line and column', () => {
  const file = bytes(
    templateCsv('1400000000') +
      Array.from({ length: 40 }, (_, n) => csvLine([`00860755860${n}`, `https://h.acme.com/"${n}"`])).join(
        '',
      ),
  );
  const recordsOf = (decoded: ReturnType<typeof decodeFile>) =>
    decoded.ok ? parseTable(decoded.value.text) : decoded;
  const original = recordsOf(decodeFile(file));
  if (!original.ok) throw new Error(original.problem.code);
  const all = original.value.records;
  const random = randomFrom(7);
  // Most other bytes are no text at all, and would end in the decoder.
  const tripsOver = bytes('",;\t\r\n\'=1');
  const seen = { faults: 0, planned: 0, undecoded: 0 };
  for (let round = 0; round < 10_000; round += 1) {
    const cut = round % 2 === 0 ? random(file.length) : file.length;
    const mangled = file.slice(0, round < file.length ? round : cut);
    const hits = random(4);
    for (let hit = 0; hit < hits && mangled.length > 0; hit += 1)
      mangled[random(mangled.length)] =
        random(8) === 0 ? random(256) : (tripsOver[random(tripsOver.length)] ?? 0);
    const decoded = decodeFile(mangled);
    const table = recordsOf(decoded);
    if (!table.ok) expectPlace(table.problem, mangled);
    seen[table.ok ? 'planned' : 'undecoded'] += 1;
    if (!table.ok) continue;
    const { records } = table.value;
    const faults = records.flatMap((record) => record.faults ?? []);
    if (faults.length > 0) seen.faults += 1;
    for (const fault of faults) expectPlace(fault.problem, decoded.ok ? bytes(decoded.value.text) : mangled);
    // Only the last one can be touched by a cut alone.
    if (hits === 0 && records.length > 0)
      expect(records.slice(0, -1)).toEqual(all.slice(0, records.length - 1));
    expect(records.every(({ line }, place) => line > (records[place - 1]?.line ?? 0))).toBe(true);
    if (round % 20 !== 0) continue;
    const lines = readLines(table.value, mapColumns(table.value, []), {
      appId: '1400000000',
      callbackUrl: null,
    });
    planLines(lines, { apps: [{ id: '1400000000', name: 'Main line' }], allowHttp: false });
  }
  expect(Math.min(seen.faults, seen.planned)).toBeGreaterThan(1_000);
  expect(seen.undecoded).toBeGreaterThan(100);
});

/** A problem of a file names a place that the file has, or the end of its line. */
function expectPlace({ code, params }: Problem, file: Uint8Array): void {
  const [line, column] = [Number(params?.line), Number(params?.column)];
  const lines = Buffer.from(file)
    .toString('latin1')
    .split(/\r\n|\n|\r/);
  const length = lines[line - 1]?.length ?? Number.NaN;
  expect([code, line >= 1 && column >= 1 && column <= length + 1]).toEqual([code, true]);
}

/** Mulberry32: the same numbers on every run, within 32 bits so that none loses its low ones. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
