/**
 * Large files between the file storage and the disk of a function. They are streamed: a workbook of a whole street is 30 MB,
 * and its function has 256 MB for everything.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../kernel/cloud';

const ADDRESS_SECONDS = 600;
/** Few large pieces: each costs a turn of the event loop. */
const CHUNK_BYTES = 1024 * 1024;

/** Copies a stored file to a path on disk. */
export async function downloadTo(files: FileStore, fileId: string, path: string): Promise<void> {
  const answer = await open(new URL(await files.address(fileId, ADDRESS_SECONDS)));
  if (answer.statusCode !== 200) {
    answer.resume();
    throw new Error(`a stored file was answered with status ${answer.statusCode ?? 0}`);
  }
  await pipeline(answer, createWriteStream(path, { highWaterMark: CHUNK_BYTES }));
}

/** Stores a file of the disk; answers its id. */
export function uploadFrom(files: FileStore, path: string, storedPath: string): Promise<string> {
  return files.put(storedPath, createReadStream(path, { highWaterMark: CHUNK_BYTES }));
}

/** A folder of one's own on the function's disk, gone with everything in it when the work ends, however it ends. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'wanjia-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function open(address: URL): Promise<IncomingMessage> {
  const get = address.protocol === 'https:' ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    get(address, resolve).on('error', reject);
  });
}
