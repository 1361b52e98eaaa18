/** Seats that were offered and wait to be taken. */
import type { AreaFilter } from '../policies/area-scope';
import type { Reader } from '../kernel/store';
import type { OfferDocument } from './documents';

const NAME = 'offers';
const WAITING_MAX = 20;

/** `digest` is keyring.linkDigest(token), or the id that a list named. */
export function findOffer(reader: Reader, digest: string): Promise<OfferDocument | undefined> {
  return reader.find<OfferDocument>(NAME, digest);
}

/** The newest offers within reach that nobody took yet, the expired among them. Index community_state_at, street_state_at. */
export function waitingOffers(reader: Reader, { field, values }: AreaFilter): Promise<OfferDocument[]> {
  const within = field === 'streetId' ? 'streetId' : 'communityIds';
  return reader.search<OfferDocument>(NAME, {
    where: { [within]: { in: values }, state: { in: ['asked', 'open'] } },
    order: [['at', 'desc']],
    limit: WAITING_MAX,
  });
}
