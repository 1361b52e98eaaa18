/** What somebody is writing, kept on the phone, encrypted, from the first word until the cloud has answered for it. */
import { isRecord, readStored, removeStored, writeStored } from '../../../services/storage';

interface DraftStore<Draft> {
  /** As it was left; `none` where nothing was. */
  readonly kept: () => Promise<Draft>;
  readonly keep: (draft: Draft) => Promise<void>;
  readonly drop: () => Promise<void>;
}

export function draftStore<Draft extends object>(key: string, none: Draft): DraftStore<Draft> {
  return {
    kept: async () => {
      const stored = await readStored(key, 'sealed');
      return isRecord(stored) ? { ...none, ...stored } : none;
    },
    keep: (draft) => writeStored(key, draft, 'sealed'),
    drop: () => removeStored(key),
  };
}
