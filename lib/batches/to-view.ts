import { countRanges } from '#lib/batches/lines/reading.ts';
import type { Counted } from '#lib/batches/progress.ts';
import { rateSeconds } from '#lib/batches/store.ts';
import type { KnownLine } from '#lib/batches/store-facts.ts';
import type { BatchRow } from '#lib/batches/store-start.ts';
import type { BatchFacts, BatchLineView, BatchView } from '#lib/batches/view.ts';
import type { BindingRow } from '#lib/bindings/store-facts.ts';
import { type LateArrival, toBindingView, type Visibility } from '#lib/bindings/to-view.ts';
import type { LineState } from '#lib/domain/batch.ts';

const none: Record<LineState, number> = {
  queued: 0,
  sending: 0,
  bound: 0,
  refused: 0,
  unknown: 0,
  unsent: 0,
};

export function toBatchView(
  row: BatchRow,
  { progress, undecided, undoneBy }: Counted,
  afterReset: BatchView['afterReset'],
): BatchView {
  const counts = { ...none, ...progress.counts };
  const ratePerSecond = progress.settledLately === 0 ? null : progress.settledLately / rateSeconds;
  const left = counts.queued + counts.sending;
  const runs = row.state === 'running';
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    reason: row.reason,
    undoesBatchId: row.undoesBatchId,
    undoCounts: row.undoCounts,
    readings: (row.readings ?? []).map(({ question, group, lines }) => ({
      ...{ question, group, count: countRanges(lines) },
    })),
    undoneByIds: undoneBy.map(({ id }) => id),
    actor: { id: row.actorId, name: row.actorName },
    afterReset,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    state: row.state,
    halt:
      row.state === 'paused' || row.state === 'stopped'
        ? { by: row.changedBy, code: row.pauseCode, at: row.changedAt.toISOString() }
        : null,
    total: row.total,
    counts,
    undecided,
    ratePerSecond: runs ? ratePerSecond : null,
    secondsLeft: runs && ratePerSecond !== null ? Math.ceil(left / ratePerSecond) : null,
  };
}

export const toLineView = (row: BindingRow, eyes: Visibility, lateness: LateArrival): BatchLineView => ({
  line: row.batchLine ?? 0,
  binding: toBindingView(row, eyes, lateness),
});

/** URLs and people stand once: of 20,000 numbers most share them. */
export function toBatchFacts(
  known: readonly (KnownLine | null)[],
  { listed, sendsPerSecond }: Pick<BatchFacts, 'listed' | 'sendsPerSecond'>,
): BatchFacts {
  const urls = new Map<string, number>();
  const people = new Map<string, number>();
  const placeOf = (places: Map<string, number>, text: string | null): number | null => {
    if (text === null) return null;
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const facts = known.map((fact) =>
    fact === null
      ? null
      : {
          newestBindingId: fact.newestBindingId,
          certainty: fact.certainty,
          url: placeOf(urls, fact.boundUrl),
          numberType: fact.boundType,
          setBy: placeOf(people, fact.boundBy),
          setAt: fact.boundAt?.toISOString() ?? null,
          busy: fact.busy,
        },
  );
  return { urls: [...urls.keys()], people: [...people.keys()], facts, listed, sendsPerSecond };
}
