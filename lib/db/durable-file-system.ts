import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Stream = { nfd?: number; node: object };

/** The part of Emscripten's module that matters here; the package does not type it. */
type EmscriptenFiles = {
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number }; realPath(node: object): string };
  FS: { ErrnoError: new (errno: number) => Error };
};

/** WASI's number for an input/output error. */
const EIO = 29;

/** Makes one file last, or which files one directory has. */
export function syncPath(file: string): void {
  const descriptor = fs.openSync(/* turbopackIgnore: true */ file, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(/* turbopackIgnore: true */ folder, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(path.join(entry.parentPath, entry.name));
  }
  syncPath(folder);
}

function syncToDisk(stream: Stream, files: EmscriptenFiles): number {
  try {
    if (stream.nfd !== undefined) {
      fs.fsyncSync(stream.nfd);
      return 0;
    }
    // A directory has no host descriptor of its own.
    syncPath(files.NODEFS.realPath(stream.node));
    return 0;
  } catch {
    // Anything but Emscripten's own error would tear the engine apart instead of failing the statement.
    throw new files.FS.ErrnoError(EIO);
  }
}

/**
 * The embedded database's files, with the disk told to keep them at each commit. PGlite 0.5 has no `fsync` behind its
 * file streams and starts the engine with -F, so that a commit would last only as long as the machine keeps its power.
 */
export class DurableNodeFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addSync = (module: unknown) => {
      const files = module as EmscriptenFiles;
      files.NODEFS.stream_ops.fsync = (stream) => syncToDisk(stream, files);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}

/** `fsync` and not `fdatasync`, which is a stub in Emscripten 4. */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];
