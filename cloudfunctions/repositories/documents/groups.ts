/** Group chats as buildings know them: a digest, never a chat's own id, its name or its members. */
import type { BuildingDocument } from './places';

/** One chat tied to one building. `_id` is a keyed digest of both, so that a chat cannot be followed from building to building. */
export interface GroupDocument extends Pick<
  BuildingDocument,
  'streetId' | 'communityId' | 'compoundId' | 'gridId'
> {
  readonly _id: string;
  readonly version: number;
  readonly buildingId: string;
  readonly state: 'bound' | 'unbound';
  readonly boundBy: string;
  readonly boundAt: number;
}

/** Somebody opened the card out of a group. `_id` is a keyed digest of group and person; the person stands nowhere. */
export interface GroupOpeningDocument {
  readonly _id: string;
  readonly groupId: string;
  readonly purgeOn: string;
}
