import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../cloud-error';
import { LIMITS } from '../limits';
import type { IndexDefinition } from './index';
import type { Direction } from './key';

/** What `cloudfunctions/database` declares: the collections that exist, and the indexes of each. */
export interface Declarations {
  collections: string[];
  indexes: Record<string, IndexDefinition[]>;
}

const COLLECTION_NAME = /^[A-Za-z][\w-]{0,63}$/;
const FIELD_PATH = /^(?!\d+(\.|$))[\w\u4e00-\u9fff-]+(\.(?!\d+(\.|$))[\w\u4e00-\u9fff-]+)*$/;

/** Reads and checks the declarations; a mistake in them is a start problem that names its place. */
export function readDeclarations(folder: string): Declarations {
  const collections = collectionNames(readJson(join(folder, 'collections.json')));
  const indexesPath = join(folder, 'indexes.json');
  const raw = existsSync(indexesPath) ? (readJson(indexesPath) as Record<string, unknown>) : {};
  const indexes: Record<string, IndexDefinition[]> = {};
  for (const [collection, list] of Object.entries(raw)) {
    if (!collections.includes(collection)) {
      refuse(`indexes.json 里的集合 ${collection} 没有在 collections.json 里声明`);
    }
    indexes[collection] = (list as Partial<IndexDefinition>[]).map((entry) => checkIndex(collection, entry));
    if (indexes[collection].length > LIMITS.indexesPerCollection) {
      refuse(`集合 ${collection} 的索引超过 ${LIMITS.indexesPerCollection} 个`);
    }
  }
  return { collections, indexes };
}

function collectionNames(raw: unknown): string[] {
  const entries: unknown[] = Array.isArray(raw) ? raw : Object.keys(raw as object);
  const names = entries.map((entry) =>
    typeof entry === 'string' ? entry : String((entry as { name?: unknown }).name),
  );
  const odd = names.find((name) => !COLLECTION_NAME.test(name));
  if (odd !== undefined) refuse(`collections.json 里的集合名不合规：${odd}`);
  if (names.length > LIMITS.collections) refuse(`集合超过 ${LIMITS.collections} 个`);
  return names;
}

function checkIndex(collection: string, entry: Partial<IndexDefinition>): IndexDefinition {
  const { name, fields, unique } = entry;
  const place = `集合 ${collection} 的索引 ${String(name)}`;
  if (typeof name !== 'string' || !COLLECTION_NAME.test(name)) return refuse(`${place} 名称不合规`);
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > LIMITS.fieldsPerIndex) {
    return refuse(`${place} 字段数不合规`);
  }
  const entries: [unknown, unknown][] = fields;
  const checked = entries.map(([path, direction]): [string, Direction] => {
    if (typeof path !== 'string' || !FIELD_PATH.test(path)) return refuse(`${place} 的字段名不合规`);
    if (direction !== 1 && direction !== -1) return refuse(`${place} 的方向只能是 1 或 -1`);
    return [path, direction];
  });
  return { name, fields: checked, unique: unique === true };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return refuse(`读不到数据库声明文件 ${path}，或它不是合规的 JSON`);
  }
}

function refuse(sentence: string): never {
  throw new StartProblem(`${sentence}，请改正后再启动。`);
}
