import type { Content, ContentOperation, Inode, NameOperation } from '#scripts/power-cut/operation.ts';

type Bytes = Extract<Content, { kind: 'file' }>;

/** Bytes of their own, with room to grow: a file is written a page at a time. */
export function bytesOf(content: Uint8Array): Buffer {
  const own = Buffer.alloc(content.length);
  own.set(content);
  return own;
}

/** Makes a file longer, with zeros, or shorter. */
export function resize(file: Bytes, size: number): void {
  const { bytes } = file;
  if (size <= bytes.length) {
    // What comes back by growing again is zeros.
    bytes.fill(0, size);
    file.bytes = bytes.subarray(0, size);
    return;
  }
  if (size > bytes.buffer.byteLength) {
    const roomy = Buffer.alloc(Math.max(size, 2 * bytes.length));
    roomy.set(bytes);
    file.bytes = roomy.subarray(0, size);
    return;
  }
  file.bytes = Buffer.from(bytes.buffer, 0, size);
}

export function apply(file: Bytes, operation: ContentOperation): void {
  if (operation.kind === 'truncate') resize(file, operation.size);
  else put(file, operation.position, operation.bytes);
}

export function put(file: Bytes, position: number, bytes: Uint8Array): void {
  if (file.bytes.length < position + bytes.length) resize(file, position + bytes.length);
  file.bytes.set(bytes, position);
}

/** Changes names in `contents`; folders that are not in it yet are made there. */
export function applyName(contents: Map<Inode, Content>, operation: NameOperation): void {
  if ('from' in operation) {
    const names = namesOf(contents, operation.from.folder);
    if (names.get(operation.from.name) === operation.inode) names.delete(operation.from.name);
  }
  if ('to' in operation) namesOf(contents, operation.to.folder).set(operation.to.name, operation.inode);
}

function namesOf(contents: Map<Inode, Content>, folder: Inode): Map<string, Inode> {
  const known = contents.get(folder);
  if (known?.kind === 'folder') return known.names;
  const names = new Map<string, Inode>();
  contents.set(folder, { kind: 'folder', names });
  return names;
}
