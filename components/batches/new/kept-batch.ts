import type { LineChange } from '#components/batches/new/lines/line-changes.ts';
import type { Defaults, LineSource } from '#components/batches/new/lines/use-dry-run.ts';
import type { SendFields } from '#components/batches/new/send/send-fields.ts';
import { keptBatches } from '#components/shell/forget-kept.ts';
import type { ColumnMap } from '#lib/batches/lines/columns.ts';

/** Lines as they were read; `stored` names a content that is kept apart because of its size. */
export type KeptSource = Omit<LineSource, 'content'> & { content: { text: string } | { stored: string } };

/** Everything that is typed on the page of a new batch, and the key it is sent under. */
export type KeptBatch = {
  /** What the page was opened with. */
  start: string;
  /** The batch it takes back. */
  undoes: string | null;
  /** UTC ISO 8601. */
  savedAt: string;
  /** How many lines it has. */
  count: number;
  text: string;
  source: KeptSource | null;
  defaults: Defaults;
  map: ColumnMap | null;
  sheet: number | null;
  changes: readonly LineChange[];
  fields: SendFields;
  key: string;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A tab keeps so many, the newest. */
const most = 3;
/** Another shape gets another number: what was kept by an older console is then left alone. */
const shape = 1;

/** Texts up to so many characters fit into session storage, which a reload cannot interrupt. */
export const inlineCharacters = 200_000;

/** New batches that this tab keeps for one person, one for each thing that the page can be opened with. */
export function keptBatchStore(viewerId: string, storage: () => Store) {
  const name = `${keptBatches.prefix}${viewerId}`;
  const read = (): KeptBatch[] => {
    try {
      return parseKept(storage().getItem(name));
    } catch {
      return [];
    }
  };
  /** False: this browser keeps nothing, or not so much. */
  const write = (batches: readonly KeptBatch[]): boolean => {
    for (let count = Math.min(batches.length, most); count > 0; count -= 1) {
      try {
        storage().setItem(name, JSON.stringify({ shape, batches: batches.slice(0, count) }));
        return true;
      } catch {
        // It is full or forbidden. The newest alone may fit.
      }
    }
    try {
      storage().removeItem(name);
    } catch {
      return false;
    }
    return batches.length === 0;
  };
  const without = (start: string) => read().filter((each) => each.start !== start);
  return {
    load: (start: string): KeptBatch | null => read().find((each) => each.start === start) ?? null,
    /** The newest that belongs to something else the page can be opened with. */
    other: (start: string): KeptBatch | null => without(start)[0] ?? null,
    save: (batch: KeptBatch): boolean => write([batch, ...without(batch.start)]),
    drop: (start: string): void => void write(without(start)),
    /** Lets the page find it when it is opened with something else. */
    move: (from: string, to: string): void => {
      const moved = read().find(({ start }) => start === from);
      if (moved) write([{ ...moved, start: to }, ...without(from).filter(({ start }) => start !== to)]);
    },
  };
}

/** Takes only what has the right shape. */
export function parseKept(text: string | null): KeptBatch[] {
  const kept: unknown = text === null ? null : JSON.parse(text);
  if (!isRecord(kept) || kept.shape !== shape || !Array.isArray(kept.batches)) return [];
  return kept.batches.filter(isKept);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isKept = (value: unknown): value is KeptBatch =>
  isRecord(value) &&
  ['start', 'savedAt', 'text', 'key'].every((name) => typeof value[name] === 'string') &&
  typeof value.count === 'number' &&
  (value.undoes === null || typeof value.undoes === 'string') &&
  (value.source === null || (isRecord(value.source) && isRecord(value.source.content))) &&
  (value.map === null || isRecord(value.map)) &&
  (value.sheet === null || typeof value.sheet === 'number') &&
  isRecord(value.defaults) &&
  isRecord(value.fields) &&
  Array.isArray(value.changes);
