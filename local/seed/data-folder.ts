/**
 * The data folder of one local cloud: `root.key` (drawn once, readable by its owner alone), `street.json` (what the folder was
 * filled with; written last, so that a folder without it was not finished and is filled anew) and what the cloud itself keeps.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Day } from '@domain/kernel/day';
import { StartProblem } from '../cloud/cloud-error';
import { loadStreet } from './load';
import { openSeedVault } from './vault';
import { generateStreet, type Street, type StreetInput } from './street';

const ROOT_KEY_BYTES = 32;
const SEED = 'wanjia';
/** What a folder that was filled holds beside street.json. */
const FILES = ['data.sqlite', 'identities.json', 'root.key'] as const;

export interface FolderWish {
  readonly home: string;
  readonly database: string;
  /** What the person asked for; undefined takes what is there, or the test street. */
  readonly kind: StreetInput['kind'] | undefined;
  readonly people: boolean;
  readonly today: Day;
  /** Told while documents are written: a share from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

export interface DataFolder {
  readonly rootKey: string;
  readonly input: StreetInput;
  readonly isNew: boolean;
}

/** Opens the folder, filling it when it is new. A folder that cannot be used rejects with `StartProblem`. */
export async function openDataFolder(wish: FolderWish): Promise<DataFolder> {
  const { home, kind } = wish;
  makeFolder(home);
  const known = readStreetFile(home);
  if (known === undefined) return fill(wish);
  if (kind !== undefined && (known.kind !== kind || (wish.people && known.people !== true))) {
    throw new StartProblem(
      `数据文件夹 ${home} 里已经是另一条街道（${known.kind}），要换请先删除它，或用 WANJIA_HOME=别的文件夹 启动。`,
    );
  }
  if (FILES.some((name) => isEmpty(join(home, name)))) throw damaged(home);
  checkIdentities(join(home, 'identities.json'));
  return { rootKey: readRootKey(home), input: known, isNew: false };
}

async function fill({
  home,
  database,
  kind = 'small',
  people,
  today,
  onProgress,
}: FolderWish): Promise<DataFolder> {
  const rootKey = drawRootKey(home);
  const input: StreetInput = { kind, seed: SEED, people, today };
  const street = generateStreet(input);
  const vault = openSeedVault(rootKey, today);
  const total = documentsOf(street);
  await loadStreet(
    counted(street, (done) => onProgress(Math.min(1, done / total))),
    { home, database, vault },
  );
  writeWhole(join(home, 'street.json'), JSON.stringify(input));
  return { rootKey, input, isNew: true };
}

/** About how many documents the street has: doors and their codes, households and their consents. */
function documentsOf({ truth }: Street): number {
  return 2 * (truth.street.doors + truth.street.households);
}

/** The same street, telling now and then how many documents have been drawn. */
function counted(street: Street, onDocuments: (done: number) => void): Street {
  let done = 0;
  function* watched<T>(documents: Iterable<T>): Generator<T> {
    for (const document of documents) {
      done += 1;
      if (done % 1_000 === 0) onDocuments(done);
      yield document;
    }
  }
  return {
    ...street,
    *collections(vault) {
      for (const [name, documents] of street.collections(vault)) yield [name, watched(documents)] as const;
    },
  };
}

function makeFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
  } catch {
    throw new StartProblem(`数据文件夹 ${home} 建不了，请检查这个位置和它的读写权限。`);
  }
}

/** Not there, or without a byte: a new database would be opened in its place, and the street would stand empty. */
function isEmpty(path: string): boolean {
  return !existsSync(path) || statSync(path).size === 0;
}

/** A list without anybody is as good as none: the street would open, and nobody could be somebody in it. */
function checkIdentities(path: string): void {
  const people = parsedJson(readFileSync(path, 'utf8'));
  if (Array.isArray(people) && people.length > 0 && people.every(isPerson)) return;
  throw new StartProblem(
    `身份文件 ${path} 里没有能打开小程序的人：数据文件夹已损坏，请删除它后重新启动（里面只有合成数据）。`,
  );
}

function isPerson(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'openid' in one && typeof one.openid === 'string';
}

function drawRootKey(home: string): string {
  const path = join(home, 'root.key');
  if (existsSync(path)) return readRootKey(home);
  const key = randomBytes(ROOT_KEY_BYTES).toString('base64url');
  writeWhole(path, key);
  return key;
}

function readRootKey(home: string): string {
  const key = readFileSync(join(home, 'root.key'), 'utf8').trim();
  if (Buffer.from(key, 'base64url').length !== ROOT_KEY_BYTES) throw damaged(home);
  return key;
}

function readStreetFile(home: string): StreetInput | undefined {
  const path = join(home, 'street.json');
  if (!existsSync(path)) return undefined;
  const parsed = parsedJson(readFileSync(path, 'utf8')) as Partial<StreetInput> | undefined;
  const { kind, seed, today } = parsed ?? {};
  if ((kind !== 'small' && kind !== 'full') || typeof seed !== 'string' || typeof today !== 'string') {
    throw damaged(home);
  }
  return { kind, seed, today, people: parsed?.people === true };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Under its name stands the whole file or none. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function damaged(home: string): StartProblem {
  return new StartProblem(`数据文件夹 ${home} 已损坏，请删除它后重新启动（里面只有合成数据）。`);
}
