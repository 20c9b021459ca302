/** One file of an archive, as the directory at its end describes it. */
export type ZipEntry = {
  name: string;
  isEncrypted: boolean;
  /** 0: stored, 8: deflated. */
  method: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where its packed bytes begin. */
  start: number;
};

/** Signatures and lengths: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16. */
const end = { signature: 0x06054b50, bytes: 22, commentBytes: 65_535 } as const;
const central = { signature: 0x02014b50, bytes: 46 } as const;
const local = { signature: 0x04034b50, bytes: 30 } as const;

/** Where the end of the directory begins; -1 where there is none. */
function findEnd(view: DataView): number {
  const last = view.byteLength - end.bytes;
  for (let at = last; at >= Math.max(0, last - end.commentBytes); at -= 1)
    if (view.getUint32(at, true) === end.signature) return at;
  return -1;
}

/**
 * The files of a zip archive; null where it is none, is cut, or is of the kind over 4 GiB. Reads the directory alone, so
 * that sizes are known before anything is unpacked. What the directory says can be untrue.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endAt = findEnd(view);
  if (endAt < 0) return null;
  const count = view.getUint16(endAt + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(endAt + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + central.bytes > view.byteLength || view.getUint32(at, true) !== central.signature) return null;
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    );
    const header = view.getUint32(at + 42, true);
    const packedBytes = view.getUint32(at + 20, true);
    if (header + local.bytes > view.byteLength || view.getUint32(header, true) !== local.signature)
      return null;
    const start =
      header + local.bytes + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (start + packedBytes > view.byteLength) return null;
    const name = bytes.subarray(at + central.bytes, at + central.bytes + (nameBytes ?? 0));
    entries.push({
      name: new TextDecoder().decode(name),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedBytes,
      unpackedBytes: view.getUint32(at + 24, true),
      start,
    });
    at += central.bytes + (nameBytes ?? 0) + (extraBytes ?? 0) + (commentBytes ?? 0);
  }
  return entries;
}
