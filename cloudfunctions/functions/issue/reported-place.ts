/** Where a report is about, from what its sender may name: what was said to the census is asked of the gateway alone. */
import { buildingOfPlate, buildingWords } from '@domain/area/door-address';
import type { ReportedPlace } from '@domain/contract/issue';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../kernel/context';
import { ownHome, placeOfDoor } from '../../records/census-gateway';
import { findPresentedLink } from '../../records/presented-code';
import type { IssueDocument, Path } from '../../repositories/documents';
import { findBuilding, findCompound } from '../../repositories/frame';

type Asking = Pick<ReadContext, 'caller' | 'keyring' | 'store' | 'strike'>;

export type Ground = Pick<
  IssueDocument,
  'communityId' | 'gridId' | 'compoundId' | 'buildingId' | 'plate' | 'isOutside'
>;

export interface Reported {
  readonly ground: Ground;
  /** The door at which a worker writes it down. */
  readonly doorId?: string;
  /** True where the sender showed a code of exactly this place. */
  readonly linkValid: boolean;
}

const OUTSIDE: Ground = {
  communityId: '',
  gridId: '',
  compoundId: '',
  buildingId: '',
  plate: { compound: '街道外', line: '' },
  isOutside: true,
};

/** The building of a door: nearer than that is nobody's to read. */
function groundAt(
  { communityId, gridId, compoundId, buildingId }: Omit<Path, 'unitId'>,
  plate: Ground['plate'],
): Ground {
  return { communityId, gridId, compoundId, buildingId, plate, isOutside: false };
}

/** The building's part of a door's plate: 3号楼2单元502 becomes 3号楼. */
async function atBuilding({ store }: Pick<Asking, 'store'>, buildingId: string): Promise<Ground> {
  const building = await findBuilding(store, buildingId);
  if (building === undefined) throw new Problem('NOT_FOUND');
  const { _id, compoundName, zone, label } = building;
  const plate = {
    compound: zone === '' ? compoundName : `${compoundName} ${zone}`,
    line: buildingWords(label),
  };
  return groundAt({ ...building, buildingId: _id }, plate);
}

async function atCompound({ store }: Pick<Asking, 'store'>, compoundId: string): Promise<Ground> {
  const compound = await findCompound(store, compoundId);
  if (compound === undefined) throw new Problem('NOT_FOUND');
  const { _id, streetId, communityId, name } = compound;
  const path = { streetId, communityId, gridId: '', compoundId: _id, buildingId: '' };
  return groundAt(path, { compound: name, line: '' });
}

async function atDoor({ store }: Pick<Asking, 'store'>, doorId: string): Promise<Ground> {
  const { place, plate } = await placeOfDoor(store, doorId);
  return groundAt(place, buildingOfPlate(plate));
}

/** Throws REVOKED_CODE, NOT_FOUND. */
async function atCode(context: Asking, scene: string): Promise<Ground> {
  const link = await findPresentedLink(context, scene);
  if (link.state === 'revoked') throw new Problem('REVOKED_CODE');
  if (link.kind === 'B') return atBuilding(context, link.targetId);
  return link.kind === 'C' ? atCompound(context, link.targetId) : atDoor(context, link.targetId);
}

type Located = Awaited<ReturnType<typeof placeOfDoor>>['place'];

function worksAt({ seat, userId }: Asking['caller'], place: Located): boolean {
  if (seat === null) return false;
  const { gridIds, communityIds } = seat.scope;
  if (seat.role === 'GV') return place.assignedTo === userId;
  return gridIds?.includes(place.gridId) === true || communityIds?.includes(place.communityId) === true;
}

/** Throws NOT_FOUND for a door at which the caller does not work. */
async function atVisit(context: Asking, doorId: string): Promise<Ground> {
  const { place, plate } = await placeOfDoor(context.store, doorId);
  const { role } = context.caller;
  const isWorker = role === 'GW' || role === 'GV' || role === 'CA';
  if (!isWorker || !worksAt(context.caller, place)) throw new Problem('NOT_FOUND');
  return groundAt(place, buildingOfPlate(plate));
}

export async function findReported(context: Asking, place: ReportedPlace): Promise<Reported> {
  switch (place.by) {
    case 'scene':
      return { ground: await atCode(context, place.scene), linkValid: true };
    case 'home': {
      const home = await ownHome(context);
      return { ground: groundAt(home, buildingOfPlate(home.plate)), linkValid: false };
    }
    case 'homeCompound': {
      const { compoundId } = await ownHome(context);
      return { ground: await atCompound(context, compoundId), linkValid: false };
    }
    case 'building':
      return { ground: await atBuilding(context, place.buildingId), linkValid: false };
    case 'compound':
      return { ground: await atCompound(context, place.compoundId), linkValid: false };
    case 'door':
      return { ground: await atVisit(context, place.doorId), doorId: place.doorId, linkValid: false };
    case 'outside':
      return { ground: OUTSIDE, linkValid: false };
  }
}
