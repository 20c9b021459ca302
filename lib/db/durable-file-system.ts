import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Node = object;
type Stream = { nfd?: number; node: Node };

/** The part of Emscripten's module that matters here; the package does not type it. */
type EmscriptenFiles = {
  NODEFS: {
    node_ops: {
      mknod(folder: Node, name: string, mode: number, device: number): Node;
      rename(node: Node, folder: Node, name: string): void;
      setattr(node: Node, attributes: { mode?: number }): void;
    };
    stream_ops: { fsync?: (stream: Stream) => number };
    realPath(node: Node): string;
  };
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

/** Makes a folder where there is none, and the missing ones above it. All their names last. `folder` is absolute. */
export function makeLastingFolder(folder: string): void {
  const first = fs.mkdirSync(/* turbopackIgnore: true */ folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made))
    syncPath(path.dirname(made));
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

/** The engine gives every file it makes the mode 0666 once more, past the umask of this process. */
function keepPrivate({ NODEFS }: EmscriptenFiles): void {
  const { mknod, setattr } = NODEFS.node_ops;
  NODEFS.node_ops.mknod = (folder, name, mode, ...rest) => mknod(folder, name, mode & ~0o077, ...rest);
  NODEFS.node_ops.setattr = (node, { mode, ...rest }) =>
    setattr(node, mode === undefined ? rest : { ...rest, mode: mode & ~0o077 });
}

/**
 * Puts a sync behind the engine's files. PostgreSQL syncs the bytes of a new table and never its folder, and trusts the
 * file system to keep the name too. POSIX does not promise that, so a sync here keeps every name made before it.
 */
function addSync({ NODEFS, FS }: EmscriptenFiles): void {
  const { mknod, rename } = NODEFS.node_ops;
  /** Folders that have got names since they were last synced. */
  const renamed = new Set<Node>();
  NODEFS.node_ops.mknod = (folder, name, ...rest) => {
    const node = mknod(folder, name, ...rest);
    renamed.add(folder);
    return node;
  };
  NODEFS.node_ops.rename = (node, folder, name) => {
    rename(node, folder, name);
    renamed.add(folder);
  };

  const syncNames = () => {
    for (const folder of renamed) {
      const at = NODEFS.realPath(folder);
      // A database that was dropped takes its folder along.
      if (fs.existsSync(/* turbopackIgnore: true */ at)) syncPath(at);
      renamed.delete(folder);
    }
  };
  NODEFS.stream_ops.fsync = ({ nfd, node }) => {
    try {
      // A directory has no host descriptor of its own.
      if (nfd === undefined) syncPath(NODEFS.realPath(node));
      else fs.fsyncSync(nfd);
      syncNames();
      return 0;
    } catch {
      // Anything but Emscripten's own error would tear the engine apart instead of failing the statement.
      throw new FS.ErrnoError(EIO);
    }
  };
}

/**
 * The embedded database's files, with the disk told to keep them at each commit. PGlite 0.5 has no `fsync` behind its
 * file streams and starts the engine with -F, so that a commit would last only as long as the machine keeps its power.
 */
export class DurableNodeFS extends NodeFS {
  readonly #onAbort: () => void;

  /** `onAbort` hears, in the middle of a statement, that the engine has panicked: it never answers again. */
  constructor(folder: string, onAbort: () => void = () => {}) {
    super(folder);
    this.#onAbort = onAbort;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const onFiles = (module: unknown) => {
      keepPrivate(module as EmscriptenFiles);
      addSync(module as EmscriptenFiles);
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), onFiles];
    return { emscriptenOpts: { ...emscriptenOpts, preRun, onAbort: this.#onAbort } };
  }
}

/** `fsync` and not `fdatasync`, which is a stub in Emscripten 4. */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];
