/**
 * What a warm function instance keeps between calls: keys for ten minutes, the campaign and the seats of plain reads for one.
 * Nothing of a caller's data stays here. The clock is the server's, read once a call and handed in.
 */
import { randomBytes } from 'node:crypto';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { AssignmentDocument, CampaignDocument, KeyDocument } from '../repositories/documents';
import { createKeyring, type Keyring } from '../vault/keys';
import { newId } from '../vault/random-id';
import type { CampaignInForce } from './context';
import { cloudFiles, cloudStore, type FileStore } from './cloud';
import type { Store } from './store';

const KEYS_FOR_MS = 10 * 60_000;
const SETTINGS_FOR_MS = 60_000;
const KEYS_MAX = 1000;
const SEATS_MAX = 500;

interface Kept<T> {
  readonly value: T;
  readonly until: number;
}

export interface Instance {
  readonly store: Store;
  readonly files: FileStore;
  readonly allowTestNumbers: boolean;
  readonly newId: () => string;
  keyring(now: number): Promise<Keyring>;
  /** The document may be a minute old; whether it is open is asked of the call's own day. */
  campaign(now: number): Promise<CampaignInForce>;
  /** A seat by id. Plain reads may see it a minute old; changes and reveals read it fresh (D41). */
  seat(id: string, now: number, isFresh: boolean): Promise<AssignmentDocument | undefined>;
}

function settings(): { environment: string; rootKey: string | undefined; allowTestNumbers: boolean } {
  return {
    environment: process.env['TCB_ENV'] ?? process.env['SCF_NAMESPACE'] ?? '',
    rootKey: process.env['WANJIA_ROOT_KEY'],
    allowTestNumbers: process.env['WANJIA_TEST_NUMBERS'] === '1',
  };
}

export function openInstance(): Instance {
  const store = cloudStore();
  const { allowTestNumbers, ...root } = settings();
  const seats = new Map<string, Kept<AssignmentDocument | undefined>>();
  let keys: Kept<Keyring> | undefined;
  let campaign: Kept<CampaignDocument> | undefined;

  async function readSeat(id: string, now: number): Promise<AssignmentDocument | undefined> {
    const value = await store.find<AssignmentDocument>('assignments', id);
    if (seats.size >= SEATS_MAX) seats.clear();
    seats.set(id, { value, until: now + SETTINGS_FOR_MS });
    return value;
  }

  async function readCampaign(): Promise<CampaignDocument> {
    const document = await store.find<CampaignDocument>('config', 'campaign');
    if (document === undefined) throw new Problem('DEPENDENCY_UNAVAILABLE', { missing: 'campaign' });
    return document;
  }

  return {
    store,
    files: cloudFiles(),
    allowTestNumbers,
    newId: () => newId(randomBytes(16)),
    keyring: async (now) => {
      if (keys === undefined || keys.until <= now) {
        const documents = await store.search<KeyDocument>('keys', {
          where: { state: { in: ['pre', 'active', 'decryptOnly'] } },
          limit: KEYS_MAX,
        });
        keys = { value: createKeyring({ ...root, documents }), until: now + KEYS_FOR_MS };
      }
      return keys.value;
    },
    campaign: async (now) => {
      if (campaign === undefined || campaign.until <= now) {
        campaign = { value: await readCampaign(), until: now + SETTINGS_FOR_MS };
      }
      const { value } = campaign;
      const today = dayOf(now);
      const isOpen = value.isOpen && value.opensOn <= today && today <= value.closesOn;
      return { ...value, isOpen, allowTestNumbers };
    },
    seat: async (id, now, isFresh) => {
      const kept = seats.get(id);
      if (!isFresh && kept !== undefined && kept.until > now) return kept.value;
      return readSeat(id, now);
    },
  };
}
