import 'server-only';
import type { BatchLine } from '#lib/batches/schema.ts';
import { listKnownAmong } from '#lib/bind-number/store-suggestions.ts';
import type { Database } from '#lib/db/client.ts';
import { isSentForm } from '#lib/domain/numbers/phone-number.ts';
import { yieldLoop } from '#lib/server/yield-loop.ts';

/** Lines that are looked at before others get the thread. */
const linesATurn = 50;
/** Numbers one statement looks up. */
const numbersAStatement = 500;

/** Lines whose number does not read as itself, but stands in Numbers just so: an older batch or the provider's list has it. */
export async function findKnownLines(
  db: Database,
  lines: readonly BatchLine[],
): Promise<ReadonlySet<number>> {
  const odd: BatchLine[] = [];
  for (const [place, each] of lines.entries()) {
    if (place % linesATurn === 0) await yieldLoop();
    const { appId, number } = each;
    if (/^\d+$/.test(appId) && /^\d{2,20}$/.test(number) && !isSentForm(number)) odd.push(each);
  }
  const found = new Set<string>();
  for (const [appId, ofApp] of Map.groupBy(odd, (line) => line.appId)) {
    for (let from = 0; from < ofApp.length; from += numbersAStatement) {
      const among = ofApp.slice(from, from + numbersAStatement).map(({ number }) => number);
      for (const { number } of await listKnownAmong(db, appId, among)) found.add(`${appId} ${number}`);
    }
  }
  return new Set(odd.filter(({ appId, number }) => found.has(`${appId} ${number}`)).map(({ line }) => line));
}
