/** Where an offered seat will stand: its places by the role's own kind, each within the reach of whoever offers it. */
import { plateWords } from '@domain/area/plate';
import { GROUND_OF, placesMax, type AppointedRole, type Ground } from '@domain/identity/seat';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import { buildingPlateOf } from '../../records/door-place';
import type { AssignmentScope } from '../../repositories/documents';
import { findArea, findBuilding, findCompound } from '../../repositories/frame';

interface Standing {
  readonly label: string;
  readonly scope: AssignmentScope;
  readonly streetId: string;
  readonly communityIds: readonly string[];
}

interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly communityId: string;
}

const LABEL_MAX = 60;

type Find = (store: ChangeContext['store'], id: string) => Promise<NamedPlace | undefined>;

const FIND: Readonly<Record<Exclude<Ground, 'street'>, Find>> = {
  grid: async (store, id) => {
    const grid = await findArea(store, id);
    return grid?.kind === 'grid' ? { id, name: grid.name, communityId: grid.parentId } : undefined;
  },
  community: async (store, id) => {
    const community = await findArea(store, id);
    return community?.kind === 'community' ? { id, name: community.name, communityId: id } : undefined;
  },
  compound: async (store, id) => {
    const compound = await findCompound(store, id);
    return compound && { id, name: compound.name, communityId: compound.communityId };
  },
  building: async (store, id) => {
    const building = await findBuilding(store, id);
    if (building === undefined) return undefined;
    const { compoundName: compound, zone, label } = building;
    const plate = buildingPlateOf({ compound, zone, building: label });
    return { id, name: plateWords(plate), communityId: building.communityId };
  },
};

function scopeOn(ground: Exclude<Ground, 'street'>, ids: readonly string[]): AssignmentScope {
  if (ground === 'building') return { buildingId: ids[0] ?? '' };
  return { [`${ground}Ids`]: ids };
}

/** Throws NOT_FOUND for a place that is not there or not the caller's, VALIDATION for too many or none. */
export async function standingOf(
  context: ChangeContext,
  role: AppointedRole,
  areaIds: readonly string[],
): Promise<Standing> {
  const { streetId, streetName } = await context.campaign();
  const ids = [...new Set(areaIds)];
  const ground = GROUND_OF[role];
  if (ids.length > placesMax(role) || (ids.length === 0 && ground !== 'street')) {
    throw new Problem('VALIDATION', { field: 'areaIds' });
  }
  if (ground === 'street') {
    context.permit({ streetId });
    return { label: streetName, scope: { streetId }, streetId, communityIds: [] };
  }
  const places = await Promise.all(ids.map((id) => FIND[ground](context.store, id)));
  const found = places.map((place) => {
    if (place === undefined) throw new Problem('NOT_FOUND');
    context.permit({ streetId, communityId: place.communityId });
    return place;
  });
  return {
    label: found
      .map(({ name }) => name)
      .join('、')
      .slice(0, LABEL_MAX),
    scope: scopeOn(ground, ids),
    streetId,
    communityIds: [...new Set(found.map(({ communityId }) => communityId))],
  };
}
