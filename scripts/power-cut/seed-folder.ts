import fs from 'node:fs';
import path from 'node:path';
import { empty } from '#scripts/power-cut/disk.ts';
import type { Content, Inode, Recording } from '#scripts/power-cut/operation.ts';

/** Puts what a disk holds below the recording's root into a new folder. */
export function layFolder(recording: Recording, contents: ReadonlyMap<Inode, Content>, at: string): void {
  const lay = (inode: Inode, target: string): void => {
    // A name whose file or folder was never filled.
    const content = contents.get(inode) ?? empty(recording, inode);
    if (content.kind === 'file') {
      fs.writeFileSync(target, content.bytes, { mode: 0o600 });
      return;
    }
    fs.mkdirSync(target, { mode: 0o700 });
    for (const [name, child] of content.names) lay(child, path.join(target, name));
  };
  lay(recording.root, at);
}
