/** A picture is what its bytes say, whatever its name: JPEG or PNG, and of a JPEG nothing that says where and when it was taken. */
/** What one thing that somebody writes about may show. */
export const PICTURES_MAX = 3;
export const PICTURE_BYTES_MAX = 5 * 1024 * 1024;

export type PictureKind = 'jpg' | 'png';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MARK = 0xff;
const START = 0xd8;
const SCAN = 0xda;
/** Markers of a JPEG that hold notes: APP1 (Exif, XMP) to APP15 but for APP14, which names the colours, and comments. */
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const HEADER_BYTES = 4;

export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  if (bytes[0] === MARK && bytes[1] === START && bytes[2] === MARK) return 'jpg';
  return PNG.every((byte, at) => bytes[at] === byte) ? 'png' : undefined;
}

function isNote(marker: number): boolean {
  return marker === COMMENT || (marker >= APP1 && marker <= APP15 && marker !== APP14);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The JPEG without its notes; undefined where it is cut off or no JPEG at all. */
function withoutJpegNotes(bytes: Uint8Array): Uint8Array | undefined {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + HEADER_BYTES <= bytes.length && bytes[at] === MARK) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === SCAN) return joined([...kept, bytes.subarray(at)]);
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (end < at + HEADER_BYTES || end > bytes.length) return undefined;
    if (!isNote(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Chunks of a PNG that hold notes. */
const PNG_NOTES = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];
const CHUNK_FRAME = 12;

function withoutPngNotes(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, PNG.length)];
  let at = PNG.length;
  while (at + CHUNK_FRAME <= bytes.length) {
    const end = at + CHUNK_FRAME + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return undefined;
    if (!PNG_NOTES.includes(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(kept);
    at = end;
  }
  return undefined;
}

/** The picture as it is kept; undefined for anything that is no whole picture. */
export function cleanPicture(
  bytes: Uint8Array,
): { readonly kind: PictureKind; readonly bytes: Uint8Array } | undefined {
  const kind = pictureKind(bytes);
  if (kind === undefined) return undefined;
  const clean = kind === 'jpg' ? withoutJpegNotes(bytes) : withoutPngNotes(bytes);
  return clean === undefined ? undefined : { kind, bytes: clean };
}
