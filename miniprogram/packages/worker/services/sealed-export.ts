/**
 * A record that does not go, taken out of the phone: sealed so that the cloud alone opens it, as a file for whoever helps, or
 * straight to the community.
 */
import { bytesOfBase64url } from '@domain/kernel/bytes';
import { sealRecord } from '@domain/work/sealed-record';
import type { OutboxEntry } from '../../../services/outbox-entry';
import { randomBytes } from '../../../services/new-op-id';
import { changeOnce } from '../../../services/single-change';
import { visit } from '../../../services/visit';
import { packLines, packOfUnit, type RoutePack } from './route-pack';

const SECRET_BYTES = 32;

type ExportEnd = 'exported' | 'noKey' | 'failed';

/** Hands the file to the phone's own way of passing files on. */
export async function exportRecord(entry: OutboxEntry): Promise<ExportEnd> {
  const sealed = await sealedRecord(entry);
  if (sealed === undefined) return 'noKey';
  const fileName = `wanjia-${entry.opId.slice(0, 8)}.txt`;
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`;
  return (await writeFile(filePath, sealed.text)) && (await passOn(filePath, fileName))
    ? 'exported'
    : 'failed';
}

export async function handInRecord(
  entry: OutboxEntry,
): Promise<'noKey' | Awaited<ReturnType<typeof visit.handInBroken>>> {
  const sealed = await sealedRecord(entry);
  if (sealed === undefined) return 'noKey';
  const { pack } = sealed.pack;
  return changeOnce(
    { name: `handIn ${entry.opId}`, input: { pack, sealed: sealed.text } },
    visit.handInBroken,
  );
}

/** With the key of any pack: the cloud has one pair for all of them. Sealed once, so that trying again is the same act. */
const made = new Map<string, { text: string; pack: RoutePack }>();

async function sealedRecord(entry: OutboxEntry): Promise<{ text: string; pack: RoutePack } | undefined> {
  const known = made.get(entry.opId);
  if (known !== undefined) return known;
  const [line] = await packLines();
  const pack = line === undefined ? undefined : await packOfUnit(line.unitId);
  const key = pack === undefined ? undefined : bytesOfBase64url(pack.sealKey);
  const secret = await randomBytes(SECRET_BYTES);
  if (pack === undefined || key === undefined || secret === undefined) return undefined;
  const { opId, madeAt, group, what, input, problem } = entry;
  const text = JSON.stringify({ opId, madeAt, group, what, input, problem: problem?.code });
  const sealed = { text: sealRecord(text, key, secret), pack };
  made.set(entry.opId, sealed);
  return sealed;
}

function writeFile(filePath: string, data: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'utf8',
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}

function passOn(filePath: string, fileName: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.shareFileMessage({
      filePath,
      fileName,
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}
