import type {
  Content,
  ContentOperation,
  Inode,
  NameOperation,
  Operation,
  Recording,
} from '#scripts/power-cut/operation.ts';
import { apply, applyName, bytesOf } from '#scripts/power-cut/replay.ts';

/** An operation that the disk has been told of, with its place in the log, and that it may not have yet. */
export type Pending<Kind> = { at: number; operation: Kind };

export type DiskOptions = {
  /**
   * What a sync makes last besides the bytes of its file.
   *
   * - `posix`: nothing. A name lasts once the folder it is in has been synced, and that folder's own name once its
   *   folder has. The least that POSIX promises; no file system in use is as forgetful.
   * - `ext4`: every change of a name or a length that came before, because they go through one journal in order, and
   *   a sync commits it (ext4 with data=ordered, the default).
   */
  rule: 'posix' | 'ext4';
  /** From here in the log on the disk says of every sync that it is done, and does nothing. Default: never. */
  liesFrom?: number;
};

/** What is certainly on the disk, and what is still on its way there, while the log of a recording is played to it. */
export class Disk {
  readonly lasting: Map<Inode, Content>;
  readonly pendingNames: Pending<NameOperation>[] = [];
  readonly pendingContents = new Map<Inode, Pending<ContentOperation>[]>();
  readonly recording: Recording;
  /** How much of the log has been played. */
  played = 0;
  /** The place in the log before which every name and length lasts; only by the rule of ext4. */
  journalledTo = 0;
  private readonly options: DiskOptions;

  constructor(recording: Recording, options: DiskOptions) {
    this.recording = recording;
    this.options = options;
    this.lasting = new Map([...recording.before].map(([inode, content]) => [inode, copy(content)]));
  }

  playTo(end: number): void {
    for (; this.played < end; this.played += 1) {
      const operation = this.recording.operations[this.played];
      if (operation) this.play(operation);
    }
  }

  private play(operation: Operation): void {
    const at = this.played;
    if (operation.kind === 'sync') {
      if (at < (this.options.liesFrom ?? Infinity)) this.sync(operation.inode);
    } else if (operation.kind === 'write' || operation.kind === 'truncate') {
      const pending = this.pendingContents.get(operation.inode);
      if (pending) pending.push({ at, operation });
      else this.pendingContents.set(operation.inode, [{ at, operation }]);
    } else {
      this.pendingNames.push({ at, operation });
    }
  }

  private sync(inode: Inode): void {
    const content = this.contentOf(inode);
    if (content.kind === 'file') {
      for (const { operation } of this.pendingContents.get(inode) ?? []) apply(content, operation);
      this.pendingContents.delete(inode);
    }
    const ext4 = this.options.rule === 'ext4';
    if (ext4) this.journalledTo = this.played;
    if (!ext4 && content.kind === 'file') return;
    const waiting = this.pendingNames.splice(0);
    for (const pending of waiting) {
      if (ext4 || foldersOf(pending.operation).includes(inode)) applyName(this.lasting, pending.operation);
      else this.pendingNames.push(pending);
    }
  }

  /** What the disk has of a file or folder; empty when it was made during the recording. */
  private contentOf(inode: Inode): Content {
    const known = this.lasting.get(inode);
    if (known) return known;
    const made = empty(this.recording, inode);
    this.lasting.set(inode, made);
    return made;
  }
}

export const empty = ({ folders }: Recording, inode: Inode): Content =>
  folders.has(inode) ? { kind: 'folder', names: new Map() } : { kind: 'file', bytes: Buffer.alloc(0) };

const copy = (content: Content): Content =>
  content.kind === 'file'
    ? { kind: 'file', bytes: bytesOf(content.bytes) }
    : { kind: 'folder', names: new Map(content.names) };

/** A rename lasts as soon as either folder is synced: it is one change, and nowhere kept by halves. */
const foldersOf = (operation: NameOperation): Inode[] => [
  ...('from' in operation ? [operation.from.folder] : []),
  ...('to' in operation ? [operation.to.folder] : []),
];
