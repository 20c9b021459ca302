import type { Database } from '#lib/db/database.ts';
import { attempts, batches, bindings } from '#lib/db/schema.ts';

/** Something that somebody was told is stored. */
export type Fact = {
  /** Table and key. */
  about: string;
  /** Grows with each step that history takes and never takes back. */
  progress: number;
  /** The whole row once nothing may change it any more. */
  final: string | null;
};
export type Facts = ReadonlyMap<string, Fact>;

const finalStates: readonly string[] = ['bound', 'refused', 'unsent', 'denied'];

/** That the attempt of a request was written before its first byte left: known by the body, which is the attempt's own. */
export const sentFact = (bodySha256: string): Fact => ({
  about: `request ${bodySha256}`,
  progress: 0,
  final: null,
});

export const isRow = ({ about }: Fact): boolean => !about.startsWith('request ');

/** Everything that a reader is shown of bindings, attempts and batches. */
export async function readFacts(db: Database): Promise<Facts> {
  const facts: Fact[] = [];
  for (const row of await db.select().from(bindings)) {
    // Sending the n-th time, then queued again or settled after it.
    const progress = 2 * row.attemptCount + (row.state === 'sending' ? 0 : 1);
    const final = finalStates.includes(row.state) ? JSON.stringify(row) : null;
    facts.push({ about: `binding ${row.id}`, progress, final });
  }
  for (const row of await db.select().from(attempts)) {
    const done = row.finishedAt !== null;
    const final = done ? JSON.stringify(row) : null;
    facts.push({ about: `attempt ${row.bindingId} ${row.n}`, progress: done ? 1 : 0, final });
    if (row.bodySha256 !== null) facts.push(sentFact(row.bodySha256));
  }
  for (const row of await db.select().from(batches)) {
    facts.push({ about: `batch ${row.id}`, progress: row.finishedAt === null ? 0 : 1, final: null });
  }
  return new Map(facts.map((fact) => [fact.about, fact]));
}

/** Which of the acknowledged facts are gone or fell back. */
export function findLost(acknowledged: Iterable<Fact>, found: Facts): string[] {
  const lost: string[] = [];
  for (const { about, progress, final } of acknowledged) {
    const now = found.get(about);
    if (now === undefined) lost.push(`${about} is gone`);
    else if (now.progress < progress) lost.push(`${about} fell back from ${progress} to ${now.progress}`);
    else if (final !== null && now.final !== final) lost.push(`${about} changed: ${final} -> ${now.final}`);
  }
  return lost;
}
