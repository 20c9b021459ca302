/** A file or a folder, whatever it is called at the moment. */
export type Inode = number;
/** A name in a folder. */
export type Place = { folder: Inode; name: string };

/** What a process told the disk to do, one after another. Contents are bytes, positions and sizes counted in them. */
export type NameOperation =
  | { kind: 'link'; inode: Inode; to: Place }
  | { kind: 'unlink'; inode: Inode; from: Place }
  | { kind: 'rename'; inode: Inode; from: Place; to: Place };
export type ContentOperation =
  | { kind: 'write'; inode: Inode; position: number; bytes: Buffer }
  | { kind: 'truncate'; inode: Inode; size: number };
export type Operation = NameOperation | ContentOperation | { kind: 'sync'; inode: Inode };

/** A file is its bytes, a folder the inodes under its names. */
export type Content = { kind: 'file'; bytes: Buffer } | { kind: 'folder'; names: Map<string, Inode> };

export type Recording = {
  root: Inode;
  /** What was on the disk when the recording began, all of it synced. */
  before: ReadonlyMap<Inode, Content>;
  /** The inodes among these that are folders; what was made later starts out empty. */
  folders: ReadonlySet<Inode>;
  operations: readonly Operation[];
};
