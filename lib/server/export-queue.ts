import { monotonicMs } from '#lib/clock.ts';
import { processSingleton } from '#lib/server/process-singleton.ts';

/** What an export waits for, in the server process that was asked. */
export type ExportPlace = {
  /** Files that are written now. */
  writing: number;
  /** Exports that come before it. */
  ahead: number;
  /** Another export of the same person comes first. */
  own: boolean;
};

/** Files that one process writes at a time, and of them those of one person: writing keeps its only JavaScript thread busy. */
const mostAtOnce = 2;
const mostWaitingOfAPerson = 5;

// A dialog that waits asks again every second, a hidden tab once a minute.
/** Whoever was not heard of for so long is passed over, in ms, and keeps the place. */
const presentMs = 5_000;
/** And is forgotten after this, in ms. */
const forgottenMs = 90_000;
/** The turn is kept for so long, in ms, until the file is fetched; longer while the dialog asks, but not for ever. */
const reservedMs = 10_000;
const mostReservedMs = 60_000;

type Entry = {
  id: string;
  personId: string;
  state: 'waiting' | 'reserved' | 'writing';
  /** When it was last heard of. */
  atMs: number;
  /** When a turn was reserved for it. */
  reservedAtMs?: number;
  /** A connection waits for its turn. */
  begin?: () => void;
};

export type Turn = {
  /** True when it is its turn, false when it was given up before. */
  ready: Promise<boolean>;
  /** Gives the turn to the next. More than once is harmless. */
  end(): void;
};

export type ExportQueue = {
  /** Where an export stands; null: it is its turn, which is kept for ten seconds. Asking keeps the place, and a turn for a minute. */
  look(id: string, personId: string): ExportPlace | null;
  /**
   * Makes room for an export of this person that is counted and recorded now; null where too many of theirs wait already.
   * To be given back once it was looked for, or failed.
   */
  makeRoom(personId: string): { giveBack(): void } | null;
  /** Waits for the turn on behalf of a connection. */
  take(id: string, personId: string): Turn;
};

/**
 * Who writes a file in this process, and who waits: first come, first served, one a person. Whoever waits for an own export
 * holds nobody up. `clockMs`: milliseconds on a clock that never jumps.
 */
export function makeExportQueue(clockMs: () => number = monotonicMs): ExportQueue {
  let entries: Entry[] = [];
  /** Whose exports are being counted and recorded. */
  const counted: string[] = [];

  const isPresent = ({ begin, atMs }: Entry) => begin !== undefined || clockMs() - atMs <= presentMs;
  const isActive = ({ state }: Entry) => state !== 'waiting';

  function forget(): void {
    const keptMs = { waiting: forgottenMs, reserved: reservedMs, writing: Number.POSITIVE_INFINITY };
    const isKept = ({ state, atMs, reservedAtMs = clockMs() }: Entry) =>
      clockMs() - atMs <= keptMs[state] && clockMs() - reservedAtMs <= mostReservedMs;
    entries = entries.filter((entry) => entry.begin !== undefined || isKept(entry));
  }

  const isOfSame = (entry: Entry) => (other: Entry) => other !== entry && other.personId === entry.personId;
  const before = (entry: Entry) => entries.slice(0, entries.indexOf(entry));
  /** Its person writes another file, or asked for another one before. */
  const waitsForOwn = (entry: Entry) =>
    entries.some((other) => isActive(other) && isOfSame(entry)(other)) ||
    before(entry).some((other) => isPresent(other) && isOfSame(entry)(other));
  const ahead = (entry: Entry) =>
    before(entry).filter((other) => !isActive(other) && isPresent(other) && !waitsForOwn(other));

  const mayGo = (entry: Entry) =>
    !waitsForOwn(entry) && entries.filter(isActive).length + ahead(entry).length < mostAtOnce;

  function find(id: string, personId: string): Entry {
    forget();
    let entry = entries.find((each) => each.id === id && each.personId === personId);
    if (entry === undefined) {
      entry = { id, personId, state: 'waiting', atMs: clockMs() };
      entries.push(entry);
    }
    return entry;
  }

  /** Lets connections go on whose turn has come. */
  function promote(): void {
    forget();
    for (const entry of entries) {
      if (entry.begin === undefined || entry.state !== 'waiting' || !mayGo(entry)) continue;
      entry.state = 'writing';
      entry.begin();
    }
  }

  return {
    look(id, personId) {
      const entry = find(id, personId);
      if (entry.state === 'writing') return null;
      entry.atMs = clockMs();
      if (entry.state === 'reserved' || mayGo(entry)) {
        entry.state = 'reserved';
        entry.reservedAtMs ??= clockMs();
        // Connections that wait behind it are told of nothing else.
        setTimeout(promote, reservedMs + 100).unref();
        return null;
      }
      return {
        writing: entries.filter(isActive).length,
        ahead: ahead(entry).length,
        own: waitsForOwn(entry),
      };
    },
    makeRoom(personId) {
      forget();
      const all = [...entries.map((each) => each.personId), ...counted];
      if (all.filter((each) => each === personId).length >= mostWaitingOfAPerson) return null;
      counted.push(personId);
      const giveBack = () => void counted.splice(counted.indexOf(personId), 1);
      return { giveBack };
    },
    take(id, personId) {
      const entry = find(id, personId);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const wasReserved = entry.state === 'reserved';
      entry.begin = () => resolve(true);
      if (wasReserved) {
        entry.state = 'writing';
        resolve(true);
      } else promote();
      const end = () => {
        resolve(false);
        entries = entries.filter((each) => each !== entry);
        promote();
      };
      return { ready: promise, end };
    },
  };
}

/** The one of this process. */
export const exportQueue = (): ExportQueue => processSingleton('export-queue', () => makeExportQueue());
