import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '#lib/db/embedded.ts';
import { openPostgres } from '#lib/db/postgres.ts';
import type { Simulator } from '#lib/simulator/control.ts';
import { type Place, startConsoles } from '#scripts/bench/batches-consoles.ts';
import type { Sent } from '#scripts/bench/batches-figures.ts';
import { sendBatch } from '#scripts/bench/batches-ours.ts';
import { quantile, rounded } from '#scripts/bench/figures.ts';
import { layYear, signPeopleIn } from '#scripts/bench/load-ground.ts';
import { readAlong, watch } from '#scripts/bench/load-people.ts';
import { type Heard, isError } from '#scripts/bench/load-tally.ts';
import type { Wanted } from '#scripts/campaign/batch-client.ts';

const readers = 40;
/** Every tenth leaves the newest page of history open, as with `npm run bench:load`. */
const watchesEach = 10;
const arrivalMs = 10_000;
const pastRows = 50_000;

/** A batch while forty people of support read a year of history. */
export async function sendBesideReaders(
  simulator: Simulator,
  lines: readonly Wanted[],
  place: Place,
): Promise<Sent> {
  const dataDir = mkdtempSync(join(tmpdir(), 'patchboard-bench-bulk-'));
  try {
    const { databaseUrl } = place;
    const database = await (databaseUrl === null
      ? openEmbedded(dataDir, () => {})
      : openPostgres(databaseUrl, () => {}));
    const known = await layYear(database, pastRows).finally(database.close);
    const { at, stop } = await startConsoles(simulator, { ...place, dataDir });
    try {
      const { support } = await signPeopleIn(at.origin);
      const over = new AbortController();
      const heard: Heard[] = [];
      const people = Array.from({ length: readers }, (_, index) => {
        const cookie = support[index % support.length] ?? '';
        const visit = {
          ...at,
          cookie,
          arrivalMs,
          over: over.signal,
          note: (each: Heard) => void heard.push(each),
        };
        return index % watchesEach === 0 ? watch(visit, index) : readAlong(visit, known, index);
      });
      const sent = await sendBatch(at, lines).finally(() => over.abort());
      await Promise.all(people);
      return { ...sent, notes: [describeReads(heard)] };
    } finally {
      await stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function describeReads(heard: readonly Heard[]): string {
  const [p50 = '', p99 = ''] = [0.5, 0.99].map((share) =>
    rounded(
      quantile(
        heard.map(({ ms }) => ms),
        share,
      ),
      0,
    ),
  );
  return `${heard.length} reads, ${heard.filter(isError).length} errors, p50 ${p50} ms, p99 ${p99} ms`;
}
