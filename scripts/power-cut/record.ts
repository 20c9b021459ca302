import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { LiveTree } from '#scripts/power-cut/live-tree.ts';
import type { Inode, Recording } from '#scripts/power-cut/operation.ts';

export type Recorder = Recording & { stop(): void };

const { O_CREAT, O_TRUNC } = fs.constants;
const { openSync, closeSync, writeSync, ftruncateSync, truncateSync, writeFileSync } = fs;
const { mkdirSync, renameSync, linkSync, unlinkSync, rmdirSync, rmSync, fsyncSync, fdatasyncSync } = fs;
const originals = {
  ...{ openSync, closeSync, writeSync, ftruncateSync, truncateSync, writeFileSync, mkdirSync },
  ...{ renameSync, linkSync, unlinkSync, rmdirSync, rmSync, fsyncSync, fdatasyncSync },
};

function flagsOf(flags: fs.OpenMode): number {
  if (typeof flags === 'number') return flags;
  return /^w/.test(flags) ? O_CREAT | O_TRUNC : /^a/.test(flags) ? O_CREAT : 0;
}

/**
 * Records what this process does to the files below `root`, until it is stopped: the functions of `node:fs` stay what they
 * are and are noted after they succeeded. These are the ones that the embedded engine (through Emscripten's NODEFS) and
 * the product use; whoever adds another finds the record unequal to the folder, see `power-cut.test.ts`.
 */
export function record(root: string): Recorder {
  const tree = new LiveTree(root);
  const open = new Map<number, Inode>();
  const note = tree.operations;

  const makeFile = (at: string): Inode | undefined => {
    const place = tree.placeOf(at);
    return place && tree.make(place, 'file');
  };
  const write = (inode: Inode, bytes: Uint8Array, position: number) =>
    note.push({ kind: 'write', inode, position, bytes: Buffer.from(bytes) });
  const truncate = (inode: Inode | undefined, size: number) => {
    if (inode !== undefined) note.push({ kind: 'truncate', inode, size });
  };
  const remove = (at: string): void => {
    const [inode, place] = [tree.find(at), tree.placeOf(at)];
    if (inode === undefined || place === undefined) return;
    for (const name of tree.childrenOf(inode)) remove(`${at}/${name}`);
    tree.unlink(inode, place);
  };
  const makeFolders = (at: string): void => {
    if (tree.find(at) !== undefined || at === '/') return;
    makeFolders(at.replace(/\/[^/]*$/, '') || '/');
    const place = tree.placeOf(at);
    if (place) tree.make(place, 'folder');
  };
  const sync = (descriptor: number) => {
    const inode = open.get(descriptor);
    if (inode !== undefined) note.push({ kind: 'sync', inode });
  };

  Object.assign(fs, {
    openSync(at: string, flags: fs.OpenMode = 'r', mode?: fs.Mode) {
      const descriptor = openSync(at, flags, mode);
      const known = tree.find(at);
      const inode = known ?? (flagsOf(flags) & O_CREAT ? makeFile(at) : undefined);
      if (inode === undefined) open.delete(descriptor);
      else open.set(descriptor, inode);
      if (known !== undefined && flagsOf(flags) & O_TRUNC) truncate(known, 0);
      return descriptor;
    },
    closeSync(descriptor: number) {
      open.delete(descriptor);
      closeSync(descriptor);
    },
    writeSync(descriptor: number, buffer: Uint8Array, offset: number, length: number, position: number) {
      const written = writeSync(descriptor, buffer, offset, length, position);
      const inode = open.get(descriptor);
      if (inode === undefined) return written;
      if (typeof position !== 'number') throw new Error('A write without a position cannot be recorded.');
      write(inode, new Uint8Array(buffer.buffer, buffer.byteOffset + offset, written), position);
      return written;
    },
    ftruncateSync(descriptor: number, size = 0) {
      ftruncateSync(descriptor, size);
      truncate(open.get(descriptor), size);
    },
    truncateSync(at: string, size = 0) {
      truncateSync(at, size);
      truncate(tree.find(at), size);
    },
    // By the functions above: Node's own goes past them for some kinds of data and through them for others.
    writeFileSync(at: string, data: string | Uint8Array, options?: fs.WriteFileOptions) {
      const { flag = 'w', mode = 0o666, flush = false } = typeof options === 'object' ? (options ?? {}) : {};
      const descriptor = fs.openSync(at, flag, mode);
      try {
        const bytes = Buffer.from(data);
        if (bytes.length > 0) fs.writeSync(descriptor, bytes, 0, bytes.length, 0);
        if (flush) fs.fsyncSync(descriptor);
      } finally {
        fs.closeSync(descriptor);
      }
    },
    mkdirSync(at: string, options?: fs.MakeDirectoryOptions) {
      const made = mkdirSync(at, options);
      makeFolders(at.replace(/\/+$/, ''));
      return made;
    },
    renameSync(from: string, to: string) {
      const [inode, source, target] = [tree.find(from), tree.placeOf(from), tree.placeOf(to)];
      renameSync(from, to);
      if (inode !== undefined && source && target) tree.rename(inode, source, target);
    },
    linkSync(from: string, to: string) {
      linkSync(from, to);
      const [inode, target] = [tree.find(from), tree.placeOf(to)];
      if (inode !== undefined && target) tree.link(inode, target);
    },
    unlinkSync(at: string) {
      unlinkSync(at);
      remove(at);
    },
    rmdirSync(at: string) {
      rmdirSync(at);
      remove(at);
    },
    rmSync(at: string, options?: fs.RmOptions) {
      rmSync(at, options);
      remove(at);
    },
    fsyncSync(descriptor: number) {
      fsyncSync(descriptor);
      sync(descriptor);
    },
    fdatasyncSync(descriptor: number) {
      fdatasyncSync(descriptor);
      sync(descriptor);
    },
  });
  syncBuiltinESMExports();
  const stop = () => {
    Object.assign(fs, originals);
    syncBuiltinESMExports();
  };
  const { before, folders, operations } = tree;
  return { root: tree.root, before, folders, operations, stop };
}
