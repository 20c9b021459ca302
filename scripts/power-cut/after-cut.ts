import { type Disk, empty, type Pending } from '#scripts/power-cut/disk.ts';
import type { Content, ContentOperation, Inode } from '#scripts/power-cut/operation.ts';
import { applyName, bytesOf, put, resize } from '#scripts/power-cut/replay.ts';

/**
 * What of the unsynced is there when the power comes back.
 *
 * - `forgets`: nothing.
 * - `scatters`: any part of it. A page of 4 KiB is written back whenever the kernel likes, so each has any of the states
 *   it went through, independent of every other; one in eight is torn, with sectors of 512 bytes from two of its states.
 *   Each change of a name or a length is there or not by itself.
 * - `journals`: pages as above; names and lengths as they were at one moment of their journal, no earlier than the last sync.
 */
export type Survival = 'forgets' | 'scatters' | 'journals';

const pageBytes = 4096;
const sectorBytes = 512;
const sectorsAPage = pageBytes / sectorBytes;

type Roll = (below: number) => number;
type Keeps = (pending: Pending<unknown>) => boolean;

/** Everything that is on the disk after a cut. Folders are copies; files without unsynced changes are the disk's own. */
export function afterCut(disk: Disk, survival: Survival, roll: Roll): Map<Inode, Content> {
  const contents = new Map(
    [...disk.lasting].map(([inode, content]): [Inode, Content] => [inode, ownFolder(content)]),
  );
  if (survival === 'forgets') return contents;
  const journalEnd = disk.journalledTo + roll(disk.played - disk.journalledTo + 1);
  const keeps: Keeps = survival === 'journals' ? ({ at }) => at < journalEnd : () => roll(2) === 0;
  for (const pending of disk.pendingNames) if (keeps(pending)) applyName(contents, pending.operation);
  for (const [inode, pending] of disk.pendingContents) {
    const content = contents.get(inode) ?? empty(disk.recording, inode);
    if (content.kind === 'file') contents.set(inode, writtenBack(content, pending, { keeps, roll }));
  }
  return contents;
}

const ownFolder = (content: Content): Content =>
  content.kind === 'folder' ? { kind: 'folder', names: new Map(content.names) } : content;

type File = Extract<Content, { kind: 'file' }>;
type Write = Extract<ContentOperation, { kind: 'write' }>;

function writtenBack(
  before: File,
  pending: Pending<ContentOperation>[],
  { keeps, roll }: { keeps: Keeps; roll: Roll },
): File {
  const file: File = { kind: 'file', bytes: bytesOf(before.bytes) };
  const stateOf = drawStates(pending, roll);
  const seen = new Map<number, number>();
  // Lengths of one file change in order: once one is not there, no later one is.
  let lengthsKept = true;
  for (const change of pending) {
    const { operation } = change;
    if (operation.kind === 'truncate') {
      lengthsKept = lengthsKept && keeps(change);
      if (lengthsKept) resize(file, operation.size);
      continue;
    }
    for (const page of pagesOf(operation)) {
      const state = (seen.get(page) ?? 0) + 1;
      seen.set(page, state);
      for (const { sector, position, bytes } of sectorsOf(operation, page))
        if (stateOf(page, sector) >= state) put(file, position, bytes);
    }
  }
  return file;
}

/** Draws which of its page's states each sector has: 0 is that of the last sync, then one more for each write. */
function drawStates(pending: Pending<ContentOperation>[], roll: Roll) {
  const writes = new Map<number, number>();
  for (const { operation } of pending)
    if (operation.kind === 'write')
      for (const page of pagesOf(operation)) writes.set(page, (writes.get(page) ?? 0) + 1);
  // The ends are the likeliest: never written back, and written back last of all.
  const draw = (count: number) => [0, count, roll(count + 1), roll(count + 1)][roll(4)] ?? 0;
  const drawn = new Map<number, number[]>();
  for (const [page, count] of writes) {
    const [one, other] = [draw(count), draw(count)];
    const torn = roll(8) === 0;
    const states = Array.from({ length: sectorsAPage }, () => (torn && roll(2) === 0 ? other : one));
    drawn.set(page, states);
  }
  return (page: number, sector: number) => drawn.get(page)?.[sector % sectorsAPage] ?? 0;
}

function* pagesOf({ position, bytes }: Write): Generator<number> {
  const last = Math.floor((position + bytes.length - 1) / pageBytes);
  for (let page = Math.floor(position / pageBytes); page <= last; page += 1) yield page;
}

/** The part of a write that falls into a page, cut where its sectors meet. */
function* sectorsOf({ position: start, bytes }: Write, page: number) {
  const end = Math.min((page + 1) * pageBytes, start + bytes.length);
  for (let position = Math.max(page * pageBytes, start); position < end; ) {
    const sector = Math.floor(position / sectorBytes);
    const next = Math.min((sector + 1) * sectorBytes, end);
    yield { sector, position, bytes: bytes.subarray(position - start, next - start) };
    position = next;
  }
}
