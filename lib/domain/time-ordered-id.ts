/** Places that ids of one millisecond can be told to take: 26 bits. */
const places = 2 ** 26;

/**
 * A UUIDv7 (RFC 9562): milliseconds first, so that ids sort by time; the rest random. With `place`, from 0 to 2^26 - 1,
 * ids of one millisecond sort by it, and 48 random bits are left (section 6.2, method 1).
 */
export function makeTimeOrderedId(at: Date, place?: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(at.getTime() / 0x10000));
  view.setUint16(4, at.getTime() % 0x10000);
  if (place !== undefined) setPlace(view, place);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** In the bits behind the milliseconds: 12 before the variant and 14 after it. */
function setPlace(view: DataView, place: number): void {
  if (!Number.isInteger(place) || place < 0 || place >= places) throw new RangeError('No such place.');
  view.setUint16(6, place >>> 14);
  view.setUint16(8, place & 0x3fff);
}
