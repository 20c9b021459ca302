import examples from 'libphonenumber-js/examples.mobile.json';
import { callingCodes } from '#lib/domain/numbers/calling-codes.ts';
import { homeCountries } from '#lib/domain/numbers/home-country.ts';
import { meaningsIn, readNumber } from '#lib/domain/numbers/phone-number.ts';
import { printTable, rounded } from '#scripts/bench/figures.ts';

const rows = 20_000;

/** Example numbers as they are written, and how long a column of numbers takes to read. */
export function benchNumbers(): void {
  const numbers = homeCountries.map((region) => {
    const typed = callingCodes[region] + examples[region];
    return { typed, sent: `00${typed}` };
  });
  const written = ['', '+', '00'].map((prefix) => {
    const readings = numbers.map(({ typed, sent }) => ({ sent, reading: readNumber(prefix + typed) }));
    const isRight = ({ sent, reading }: (typeof readings)[number]) =>
      reading.kind === 'ready' && reading.sent === sent;
    const isOffered = ({ sent, reading }: (typeof readings)[number]) =>
      meaningsIn(reading).some((meaning) => meaning.sent === sent);
    const silent = readings.filter((one) => one.reading.kind === 'ready' && !isRight(one)).length;
    const missing = readings.filter((one) => !isOffered(one)).length;
    const right = readings.filter(isRight).length;
    const asked = readings.filter(({ reading }) => reading.kind === 'ambiguous').length;
    return [prefix === '' ? 'no plus' : prefix, ...[right, asked, silent, missing].map(String)];
  });
  console.log(
    `${numbers.length} example numbers of the metadata, one a region, country code first, home country CN`,
  );
  printTable(['written with', 'right at once', 'asked', 'silently wrong', 'right meaning missing'], written);

  const columns: [string, (row: number) => string][] = [
    ['sent form', (row) => `00860755${86_000_000 + row}`],
    ['landline, 0755-…', (row) => `0755-${86_000_000 + row}`],
    ['mobile or +1, 18005550199…', (row) => String(18_005_550_199 + row * 1_013)],
    ['internal', (row) => String(1_000 + (row % 9_000))],
  ];
  const timed = columns.map(([name, write]) => {
    const column = Array.from({ length: rows }, (_, row) => write(row));
    const start = performance.now();
    for (const text of column) readNumber(text);
    return [name, rounded(performance.now() - start, 0)];
  });
  console.log(`\nms for ${rows} numbers`);
  printTable(['column', 'ms'], timed);
}
