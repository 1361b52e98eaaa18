/** Pictures beside what somebody writes: files of the phone until the cloud has each of them. */
import { PICTURE_BYTES_MAX } from '@domain/kernel/picture';
import type { ProblemCode, ProblemReport } from '@domain/kernel/problem';
import { SAY_WORDS } from '../../../messages/issue';
import { storeFile } from '../../../services/cloud';
import { newOpId } from '../../../services/new-op-id';
import { storageRoom } from '../../../services/storage-room';

interface Illustrated {
  readonly pictures: readonly string[];
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly problem: Pick<ProblemReport, 'code'> };

interface Sending<Draft> {
  readonly keep: (draft: Draft) => Promise<void>;
  /** Tells the cloud which stored file belongs to what was written. */
  readonly send: (fileId: string) => Promise<Outcome>;
}

/** What is no picture, or too large a one, will never be taken: it goes, and the text stands without it. */
const NEVER_TAKEN: readonly ProblemCode[] = ['VALIDATION', 'WRONG_STATE', 'PAYLOAD_TOO_LARGE'];

async function sendOne(path: string, send: Sending<never>['send']): Promise<boolean> {
  const fileId = await storeFile(path, `${await newOpId()}.jpg`);
  if (fileId === undefined) return false;
  const reply = await send(fileId);
  return reply.ok || NEVER_TAKEN.includes(reply.problem.code);
}

/** One after the other; the draft that comes back holds those that are still to go. */
export async function sendLeftPictures<Draft extends Illustrated>(
  draft: Draft,
  { keep, send }: Sending<Draft>,
): Promise<Draft> {
  let left = draft;
  for (const path of draft.pictures) {
    if (!(await sendOne(path, send))) break;
    left = { ...left, pictures: left.pictures.filter((one) => one !== path) };
    await keep(left);
  }
  return left;
}

/** Both empty where the person chose none. */
interface Chosen {
  readonly path: string;
  /** Why there is no picture, in words. */
  readonly problem: string;
}

const NO_ROOM: Chosen = { path: '', problem: SAY_WORDS.noRoom };
const TOO_LARGE: Chosen = { path: '', problem: SAY_WORDS.tooLarge };

/** A picture that the person chose, under a name of its own. A full phone takes none: records need what room is left. */
export async function choosePicture(): Promise<Chosen> {
  if ((await storageRoom()).level === 'full') return NO_ROOM;
  const options = {
    count: 1,
    mediaType: ['image'] as 'image'[],
    sizeType: ['compressed'] as 'compressed'[],
  };
  // Refused or closed: a text needs no picture.
  const chosen = await wx.chooseMedia(options).catch(() => undefined);
  const [file] = chosen?.tempFiles ?? [];
  if (file === undefined) return { path: '', problem: '' };
  if (file.size > PICTURE_BYTES_MAX) return TOO_LARGE;
  try {
    return { path: await keepPicture(file.tempFilePath), problem: '' };
  } catch {
    return NO_ROOM;
  }
}

/** A chosen picture under a name of its own: the platform clears away what it only lent. */
async function keepPicture(temporary: string): Promise<string> {
  const files = wx.getFileSystemManager();
  const path = `${wx.env.USER_DATA_PATH}/${await newOpId()}.jpg`;
  const data = await new Promise<string | ArrayBuffer>((resolve, reject) => {
    files.readFile({
      filePath: temporary,
      success: (read) => {
        resolve(read.data);
      },
      fail: reject,
    });
  });
  await new Promise<void>((resolve, reject) => {
    files.writeFile({
      filePath: path,
      data,
      success: () => {
        resolve();
      },
      fail: reject,
    });
  });
  return path;
}
