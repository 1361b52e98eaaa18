import { invalid } from '../cloud-error';
import type { Limits } from '../limits';
import type { RequestRecord } from '../observe/meter';
import type { Objects } from '../storage/objects';

export interface StorageRequest {
  path: string;
  file_list: { fileid: string; max_age?: number }[];
  fileid_list: string[];
}

type StorageAction = (
  parts: { objects: Objects; limits: Limits },
  request: StorageRequest,
  record: RequestRecord,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

export const storageActions: ReadonlyMap<string, StorageAction> = new Map(
  Object.entries({
    'storage.getUploadMetadata': ({ objects }, { path }, record) => {
      const { url, authorization } = objects.uploadTicket(path, (bytes) => {
        record.storage.puts += 1;
        record.storage.bytes += bytes;
      });
      const fileId = objects.fileId(path);
      return {
        data: {
          url,
          token: 'local',
          authorization,
          fileId,
          cosFileId: Buffer.from(fileId).toString('base64'),
        },
      };
    },

    'storage.batchGetDownloadUrl': ({ objects, limits }, { file_list }, record) => {
      checkBatch(file_list, limits);
      const download_list = file_list.map(({ fileid, max_age }) => {
        const seconds = max_age ?? limits.addressSecondsDefault;
        if (seconds > limits.addressSecondsMax) {
          throw invalid(`max_age may be ${limits.addressSecondsMax} at most.`);
        }
        const path = objects.pathOf(fileid);
        if (path === undefined || !objects.exists(path)) {
          return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
        }
        record.storage.gets += 1;
        return { code: 'SUCCESS', fileID: fileid, tempFileURL: objects.readAddress(path, seconds) };
      });
      return { data: { download_list } };
    },

    'storage.batchDeleteFile': async ({ objects, limits }, { fileid_list }, record) => {
      checkBatch(fileid_list, limits);
      const delete_list: { fileID: string; code: string }[] = [];
      for (const fileID of fileid_list) {
        const path = objects.pathOf(fileID);
        const removed = path !== undefined && (await objects.remove(path));
        if (removed) record.storage.deletes += 1;
        delete_list.push({ fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' });
      }
      return { data: { delete_list } };
    },
  }),
);

function checkBatch(list: unknown[], limits: Limits): void {
  if (!Array.isArray(list) || list.length === 0 || list.length > limits.storageBatch) {
    throw invalid(`A batch holds 1 to ${limits.storageBatch} files.`);
  }
}
