/** Places as they are stored: the skeleton of each building, drawn and written down by the product's own code. */
import { drawFrame } from '@domain/area/frame';
import type { AddressLevels } from '@domain/census/household';
import type { Day } from '@domain/kernel/day';
import { documentsOf } from '../../cloudfunctions/functions/area/building-documents';
import type {
  AreaDocument,
  BuildingDocument,
  CompoundDocument,
  DoorDocument,
  WallDocument,
  WallSlot,
} from '../../cloudfunctions/repositories/documents';
import { placeId, type AreaPlan, type BuildingPlan, type StreetPlan } from './street-plan';

/** A unit of a planned building: its wall before anything is known, and its doors in the order in which one walks. */
export interface PlannedUnit {
  readonly wall: WallDocument;
  readonly doors: readonly PlannedDoor[];
}

export interface PlannedDoor {
  readonly document: DoorDocument;
  readonly address: AddressLevels;
  /** The door's slot before anything is known of it. */
  readonly slot: WallSlot;
  /** `苹果花园 3-2-502`: how people of the tests and of the scan list name it. */
  readonly name: string;
}

/** The places of a street as documents, without doors. */
export interface Places {
  readonly areas: readonly AreaDocument[];
  readonly compounds: readonly CompoundDocument[];
  readonly buildings: readonly BuildingDocument[];
}

export function placesOf(plan: StreetPlan, validFrom: Day): Places {
  return {
    areas: areaDocuments(plan, validFrom),
    compounds: compoundDocuments(plan),
    buildings: plan.compounds.flatMap((compound) =>
      compound.buildings.map((building) => ({
        ...buildingDocument(building),
        streetId: plan.street.id,
        communityId: compound.communityId,
        compoundId: compound.id,
        compoundName: compound.name,
      })),
    ),
  };
}

function areaDocuments({ street, workGroups, communities }: StreetPlan, validFrom: Day): AreaDocument[] {
  const entry = (
    kind: AreaDocument['kind'],
    { parentId, order }: { parentId: string; order: number },
    { id, code, name, publicPhone }: AreaPlan,
  ): AreaDocument => ({ _id: id, kind, parentId, code, name, order, validFrom, publicPhone });
  return [
    entry('street', { parentId: '', order: 1 }, street),
    ...workGroups.map((area, index) => entry('workGroup', { parentId: street.id, order: index + 1 }, area)),
    ...communities.flatMap((community, index) => [
      entry('community', { parentId: street.id, order: index + 1 }, community),
      ...community.grids.map((grid, at) => entry('grid', { parentId: community.id, order: at + 1 }, grid)),
    ]),
  ];
}

function compoundDocuments({ street, communities, compounds }: StreetPlan): CompoundDocument[] {
  const communityOf = new Map(communities.map((community) => [community.id, community]));
  return compounds.map(({ id, communityId, name, initials, aliases, kind, buildings }, index) => ({
    _id: id,
    streetId: street.id,
    communityIds: [communityId],
    communityId,
    communityName: communityOf.get(communityId)?.name ?? '',
    workGroupId: communityOf.get(communityId)?.workGroupId ?? '',
    name,
    initials,
    aliases,
    kind,
    order: index + 1,
    buildingOrder: Math.max(0, ...buildings.map(({ order }) => order)),
  }));
}

function buildingDocument({
  id,
  zone,
  spec,
  gridId,
  order,
}: BuildingPlan): Pick<BuildingDocument, '_id' | 'version' | 'zone' | 'label' | 'gridId' | 'order' | 'spec'> {
  return { _id: id, version: 1, zone, label: spec.label, gridId, order, spec };
}

/** Every unit of the street. Throws when the plan describes a building that cannot be drawn. */
export function planUnits({ areas, compounds, buildings }: Places): PlannedUnit[] {
  const areaOf = new Map(areas.map((area) => [area._id, area]));
  const compoundOf = new Map(compounds.map((compound) => [compound._id, compound]));
  return buildings.flatMap((building) => {
    const { zone, spec, order, compoundId, communityId, gridId } = building;
    const drawing = drawFrame(spec, { zone, order });
    if (!drawing.ok) throw new Error(`${building.compoundName} ${spec.label}: ${drawing.problems.join(' ')}`);
    const { walls, doors } = documentsOf(drawing.frame, {
      building,
      compound: known(compoundOf, compoundId),
      community: known(areaOf, communityId),
      grid: known(areaOf, gridId),
      unitId: (unitOrder) => placeId(building._id, 'unit', String(unitOrder)),
    });
    return unitsOf(building, walls, doors);
  });
}

function unitsOf(
  { compoundName }: BuildingDocument,
  walls: readonly WallDocument[],
  doors: readonly DoorDocument[],
): PlannedUnit[] {
  return walls.map((wall) => {
    const slots = new Map(Object.entries(wall.slots));
    const inside = doors.filter(({ unitId }) => unitId === wall._id);
    const planDoor = (document: DoorDocument): PlannedDoor => ({
      document,
      address: { ...wall.address, floor: document.floor, room: document.room },
      slot: known(slots, String(document.slot)),
      name: `${compoundName} ${document.key}`,
    });
    return { wall, doors: inside.map(planDoor) };
  });
}

function known<T>(values: ReadonlyMap<string, T>, key: string): T {
  const value = values.get(key);
  if (value === undefined) throw new Error(`the plan does not say what ${key} is`);
  return value;
}
