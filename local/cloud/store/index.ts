import { requestFailed } from '../cloud-error';
import { fieldKeys, type Direction, type Plain } from './key';

export interface IndexDefinition {
  name: string;
  fields: [path: string, direction: Direction][];
  unique: boolean;
}

/**
 * A declared index: one row (key, document number) for each distinct key of a document. An array gives one row a member,
 * so equality on members never scans; null and missing share a key, so a unique index refuses the second of them.
 */
export class Index {
  /** Fields in which an array has been seen. It only ever grows: being too careful costs a re-check, no wrong answer. */
  readonly arrays: Set<string>;

  constructor(
    readonly definition: IndexDefinition,
    readonly table: string,
    arrays: string[],
    private readonly keyBytesMax: number,
  ) {
    this.arrays = new Set(arrays);
  }

  get multikey(): boolean {
    return this.arrays.size > 0;
  }

  /** The distinct keys of a document, and the fields of it that hold an array. */
  keysOf(document: Plain): { keys: Buffer[]; arrays: string[] } {
    const arrays: string[] = [];
    let keys = [Buffer.alloc(0)];
    for (const [path, direction] of this.definition.fields) {
      const field = fieldKeys(document, path, direction);
      if (field.array) arrays.push(path);
      keys = keys.flatMap((prefix) => field.keys.map((key) => Buffer.concat([prefix, key])));
    }
    if (arrays.length > 1) {
      throw requestFailed(
        `cannot index parallel arrays [${arrays.join('] [')}] of index ${this.definition.name}`,
      );
    }
    const long = keys.find((key) => key.length > this.keyBytesMax);
    if (long !== undefined)
      throw requestFailed(`key too large to index ${this.definition.name}: ${long.length} bytes`);
    return { keys, arrays };
  }
}
