import fs from 'node:fs';
import path from 'node:path';
import type { Content, Inode, Operation, Place } from '#scripts/power-cut/operation.ts';

/** The names below a folder as the running process sees them, and the log of what changed. */
export class LiveTree {
  readonly before = new Map<Inode, Content>();
  readonly folders = new Set<Inode>();
  readonly operations: Operation[] = [];
  readonly root: Inode;
  private readonly rootPath: string;
  private readonly names = new Map<Inode, Map<string, Inode>>();
  private last = 0;

  /** Takes what lies in `rootPath` now for synced. */
  constructor(rootPath: string) {
    this.rootPath = path.resolve(rootPath);
    this.root = this.take(this.rootPath);
  }

  private take(at: string): Inode {
    const inode = ++this.last;
    if (!fs.statSync(at).isDirectory()) {
      this.before.set(inode, { kind: 'file', bytes: fs.readFileSync(at) });
      return inode;
    }
    const names = new Map(fs.readdirSync(at).map((name) => [name, this.take(path.join(at, name))]));
    this.before.set(inode, { kind: 'folder', names: new Map(names) });
    this.folders.add(inode);
    this.names.set(inode, names);
    return inode;
  }

  /** Undefined outside the root, and where an upper folder is missing. */
  placeOf(at: string): Place | undefined {
    const absolute = path.resolve(at);
    if (!absolute.startsWith(`${this.rootPath}/`)) return undefined;
    const folder = this.find(path.dirname(absolute));
    return folder === undefined ? undefined : { folder, name: path.basename(absolute) };
  }

  find(at: string): Inode | undefined {
    const absolute = path.resolve(at);
    if (absolute === this.rootPath) return this.root;
    const place = this.placeOf(absolute);
    return place && this.names.get(place.folder)?.get(place.name);
  }

  childrenOf(folder: Inode): string[] {
    return [...(this.names.get(folder)?.keys() ?? [])];
  }

  make(to: Place, kind: 'file' | 'folder'): Inode {
    const inode = ++this.last;
    if (kind === 'folder') {
      this.folders.add(inode);
      this.names.set(inode, new Map());
    }
    this.link(inode, to);
    return inode;
  }

  link(inode: Inode, to: Place): void {
    this.names.get(to.folder)?.set(to.name, inode);
    this.operations.push({ kind: 'link', inode, to });
  }

  unlink(inode: Inode, from: Place): void {
    this.names.get(from.folder)?.delete(from.name);
    this.operations.push({ kind: 'unlink', inode, from });
  }

  rename(inode: Inode, from: Place, to: Place): void {
    this.names.get(from.folder)?.delete(from.name);
    this.names.get(to.folder)?.set(to.name, inode);
    this.operations.push({ kind: 'rename', inode, from, to });
  }
}
