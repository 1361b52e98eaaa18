/** Pictures of residents: looked at by their bytes, kept anew without what the phone wrote into them, shown once a person has seen them. */
import { cleanPicture, PICTURE_BYTES_MAX } from '@domain/kernel/picture';
import { Problem } from '@domain/kernel/problem';
import type { FileStore } from '../kernel/cloud';
import type { ChangeContext } from '../kernel/context';
import type { PictureRecord } from '../repositories/documents';

const ADDRESS_SECONDS = 600;

/** Phones store below their own inbox and nowhere else: no other file of the street can be named. */
const IN_INBOX = /^cloud:\/\/[\w.-]+\/inbox\/[\w./-]+$/;

/** Throws VALIDATION for what is no picture, PAYLOAD_TOO_LARGE, NOT_FOUND for a file that is not there. */
async function readPicture(
  files: FileStore,
  fileId: string,
): Promise<{ readonly kind: string; readonly bytes: Buffer }> {
  if (!IN_INBOX.test(fileId) || fileId.includes('..')) throw new Problem('NOT_FOUND');
  const stored = await files.get(fileId);
  if (stored === undefined) throw new Problem('NOT_FOUND');
  if (stored.length > PICTURE_BYTES_MAX) throw new Problem('PAYLOAD_TOO_LARGE');
  const clean = cleanPicture(stored);
  if (clean === undefined) {
    throw new Problem('VALIDATION', { field: 'fileId', sentence: '这不是照片，换一张试试' });
  }
  return { kind: clean.kind, bytes: Buffer.from(clean.bytes) };
}

/** The phone's file once more, under a name of its own; the phone's file is spent, and its domain's timer removes it. */
export async function keptPicture(
  context: Pick<ChangeContext, 'files' | 'idFor'>,
  { fileId, folder }: { readonly fileId: string; readonly folder: string },
): Promise<PictureRecord> {
  const { kind, bytes } = await readPicture(context.files, fileId);
  const kept = await context.files.put(`${folder}/${context.idFor('picture')}.${kind}`, bytes);
  return { fileId: kept, state: 'waiting' };
}

/** Those that a person chose are shown, the rest is kept from sight. */
export function chosenPictures(
  pictures: readonly PictureRecord[],
  chosen: readonly number[],
): readonly PictureRecord[] {
  return pictures.map((picture, at) => ({ ...picture, state: chosen.includes(at) ? 'shown' : 'kept' }));
}

/** Addresses for ten minutes; a picture that is gone is left out. */
export async function addressesOf(files: FileStore, pictures: readonly PictureRecord[]): Promise<string[]> {
  const addresses = await Promise.all(
    pictures.map(({ fileId }) => files.address(fileId, ADDRESS_SECONDS).catch(() => '')),
  );
  return addresses.filter((address) => address !== '');
}

export function shownPictures(pictures: readonly PictureRecord[]): readonly PictureRecord[] {
  return pictures.filter(({ state }) => state === 'shown');
}
