/** Places as they are stored: the skeleton of each building, drawn by the same generator that the product uses. */
import { doorWords, placeOfKey, unitWords } from '@domain/area/door-address';
import { drawFrame, type FrameDoor, type FrameUnit } from '@domain/area/frame';
import type { AddressLevels } from '@domain/census/household';
import type {
  AreaDocument,
  BuildingDocument,
  CompoundDocument,
  DoorDocument,
  Path,
  WallSlot,
} from '../../cloudfunctions/repositories/documents';
import type { Day } from '@domain/kernel/day';
import { placeId, type AreaPlan, type BuildingPlan, type CompoundPlan, type StreetPlan } from './street-plan';

/** A unit of a planned building with its doors, in the order in which one walks. */
export interface PlannedUnit {
  readonly path: Path;
  readonly order: number;
  /** What the wall calls it; empty where the building has no units. */
  readonly label: string;
  readonly nextSlot: number;
  readonly address: Omit<AddressLevels, 'floor' | 'room'>;
  readonly doors: readonly PlannedDoor[];
}

export interface PlannedDoor {
  readonly document: DoorDocument;
  readonly address: AddressLevels;
  readonly compoundName: string;
  /** `苹果花园 3-2-502`: how people of the tests and of the scan list name it. */
  readonly name: string;
}

/** Names around a building that its documents repeat. */
export interface Surroundings {
  readonly streetId: string;
  readonly compound: CompoundPlan;
  readonly communityName: string;
  readonly gridName: string;
}

export function areaDocuments(plan: StreetPlan, validFrom: Day): AreaDocument[] {
  const { street, workGroups, communities } = plan;
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

export function compoundDocuments({ street, communities, compounds }: StreetPlan): CompoundDocument[] {
  const communityOf = new Map(communities.map((community) => [community.id, community]));
  return compounds.map((compound, index) => {
    const community = communityOf.get(compound.communityId);
    return {
      _id: compound.id,
      streetId: street.id,
      communityIds: [compound.communityId],
      communityId: compound.communityId,
      communityName: community?.name ?? '',
      workGroupId: community?.workGroupId ?? '',
      name: compound.name,
      initials: compound.initials,
      aliases: compound.aliases,
      kind: compound.kind,
      order: index + 1,
    };
  });
}

export function buildingDocument(
  building: BuildingPlan,
  { streetId, compound }: Surroundings,
): BuildingDocument {
  const { id, zone, spec, gridId, order } = building;
  return {
    _id: id,
    version: 1,
    streetId,
    communityId: compound.communityId,
    compoundId: compound.id,
    compoundName: compound.name,
    gridId,
    zone,
    label: spec.label,
    order,
    spec,
  };
}

/** The units of one building. Throws when the plan describes a building that cannot be drawn. */
export function planUnits(building: BuildingPlan, around: Surroundings): PlannedUnit[] {
  const { zone, spec, order } = building;
  const drawing = drawFrame(spec, { zone, order });
  if (!drawing.ok) throw new Error(`${around.compound.name} ${spec.label}: ${drawing.problems.join(' ')}`);
  return drawing.frame.units.map((unit) => planUnit(unit, building, around));
}

function planUnit(unit: FrameUnit, building: BuildingPlan, around: Surroundings): PlannedUnit {
  const { compound, communityName, gridName, streetId } = around;
  const path: Path = {
    streetId,
    communityId: compound.communityId,
    gridId: building.gridId,
    compoundId: compound.id,
    buildingId: building.id,
    unitId: placeId(building.id, 'unit', unit.label),
  };
  const address = {
    community: communityName,
    grid: gridName,
    compound: compound.name,
    zone: building.zone,
    building: building.spec.label,
    unit: unit.label,
  };
  const doors = unit.rows
    .flatMap((row) => row.doors)
    .map((door): PlannedDoor => {
      const levels = { ...address, floor: door.floorLabel, room: door.label };
      const document = doorDocument(door, path);
      return {
        document,
        address: levels,
        compoundName: compound.name,
        name: doorName(compound.name, door.key),
      };
    });
  return { path, order: unit.order, label: unitWords(unit.label), nextSlot: unit.nextSlot, address, doors };
}

function doorDocument(door: FrameDoor, path: Path): DoorDocument {
  return {
    _id: `${path.unitId}-${door.slot}`,
    ...path,
    slot: door.slot,
    key: door.key,
    room: door.label,
    floor: door.floorLabel,
    roomKind: door.roomKind,
    routeKey: door.routeKey,
  };
}

/** A slot of a wall before anything is known of the door. */
export function emptySlot({ room, floor, roomKind, routeKey }: DoorDocument): WallSlot {
  return {
    room,
    floor,
    roomKind,
    state: 'missing',
    waiting: 0,
    flagged: false,
    households: 0,
    lastSeq: 0,
    routeKey,
  };
}

function doorName(compound: string, key: string): string {
  return `${compound} ${key}`;
}

/** `苹果花园 3号楼2单元502`, for people. */
export function doorSentence({ compoundName, document }: PlannedDoor): string {
  const place = placeOfKey(document.key);
  return place === undefined ? compoundName : `${compoundName} ${doorWords(place)}`;
}
