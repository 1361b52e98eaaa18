/**
 * Order-preserving keys: each value becomes bytes whose order is the database's order of values, so that a B-tree of
 * such keys answers equality, ranges and sorts for any mixture of types. A descending field is the same bytes inverted.
 */
export type Plain = Record<string, unknown>;
export type Direction = 1 | -1;

const TAG = {
  emptyArray: 0x08,
  none: 0x10,
  number: 0x20,
  text: 0x30,
  object: 0x40,
  array: 0x50,
  boolean: 0x60,
  date: 0x70,
};
const END = Buffer.from([0, 0]);
/** Above every key there is. */
export const TOP = Buffer.from([0xff]);

function tagged(tag: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), bytes]);
}

function orderedDouble(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const negative = (bytes[0] ?? 0) >= 0x80;
  for (let i = 0; i < 8; i += 1) {
    bytes[i] = negative ? ~(bytes[i] ?? 0) : (bytes[i] ?? 0) ^ (i === 0 ? 0x80 : 0);
  }
  return bytes;
}

function orderedText(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, END]);
  return Buffer.concat([Buffer.from(value.replaceAll('\0', '\0\u0001'), 'utf8'), END]);
}

/** Bytes of one value. Null and missing share one key, as in the platform's indexes. */
export function encodeValue(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.from([TAG.none]);
  if (typeof value === 'number') return tagged(TAG.number, orderedDouble(value));
  if (typeof value === 'string') return tagged(TAG.text, orderedText(value));
  if (typeof value === 'boolean') return Buffer.from([TAG.boolean, value ? 1 : 0]);
  if (value instanceof Date) return tagged(TAG.date, orderedDouble(value.getTime()));
  return tagged(Array.isArray(value) ? TAG.array : TAG.object, orderedText(JSON.stringify(value)));
}

/** The first byte of the keys of all values of this value's type: a range never leaves its type. */
export function typeTag(value: unknown): Buffer {
  return encodeValue(value).subarray(0, 1);
}

export function directed(bytes: Buffer, direction: Direction): Buffer {
  if (direction === 1) return bytes;
  const inverted = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) inverted[i] = ~(bytes[i] ?? 0);
  return inverted;
}

/** The smallest key above every key that starts with these bytes. */
export function after(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end -= 1;
  if (end === 0) return TOP;
  const next = Buffer.from(prefix.subarray(0, end));
  next[end - 1] = (next[end - 1] ?? 0) + 1;
  return next;
}

/** What a path reaches in a document: `values` has several members when the path ends in or passes through an array. */
function valuesAt(document: unknown, path: string): { values: unknown[]; array: boolean } {
  let array = false;
  const reach = (value: unknown, segments: string[]): unknown[] => {
    if (Array.isArray(value)) {
      array = true;
      if (segments.length === 0) return value.length === 0 ? [EMPTY] : value;
      return value.length === 0 ? [undefined] : value.flatMap((item) => reach(item, segments));
    }
    const [head, ...rest] = segments;
    if (head === undefined) return [value];
    if (value === null || typeof value !== 'object') return [undefined];
    return reach((value as Plain)[head], rest);
  };
  const values = reach(document, path.split('.'));
  return { values, array };
}

const EMPTY = Symbol('empty array');

/** Distinct keys of a document for one field of an index, in the direction of the field. */
export function fieldKeys(
  document: unknown,
  path: string,
  direction: Direction,
): { keys: Buffer[]; array: boolean } {
  const { values, array } = valuesAt(document, path);
  if (!array) return { keys: [directed(encodeValue(values[0]), direction)], array };
  const keys = new Map<string, Buffer>();
  for (const value of values) {
    const bytes = value === EMPTY ? Buffer.from([TAG.emptyArray]) : encodeValue(value);
    keys.set(bytes.toString('latin1'), directed(bytes, direction));
  }
  return { keys: [...keys.values()], array };
}

/** The key that stands for a document when sorting by a field: the least member of an array, or the greatest. */
export function sortKey(document: unknown, path: string, direction: Direction): Buffer {
  const { keys } = fieldKeys(document, path, direction);
  return keys.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least));
}
