/** A drawn frame as documents: doors and walls first, for a building without them must never be seen. */
import type { BuildingFrame, FrameDoor, FrameUnit } from '@domain/area/frame';
import { unitWords } from '@domain/area/door-address';
import { doorIdOf } from '../../records/door-place';
import type {
  AreaDocument,
  BuildingDocument,
  CompoundDocument,
  DoorDocument,
  Path,
  WallDocument,
  WallSlot,
} from '../../repositories/documents';

export interface BuildingSite {
  readonly building: BuildingDocument;
  readonly compound: CompoundDocument;
  readonly community: AreaDocument;
  readonly grid: AreaDocument;
  /** The id of the unit with that place in the building. */
  readonly unitId: (order: number) => string;
}

export interface BuildingDocuments {
  readonly walls: readonly WallDocument[];
  readonly doors: readonly DoorDocument[];
}

function emptySlot(door: FrameDoor): WallSlot {
  return {
    room: door.label,
    floor: door.floorLabel,
    roomKind: door.roomKind,
    state: 'missing',
    waiting: 0,
    flagged: false,
    households: 0,
    lastSeq: 0,
    people: 0,
    residents: 0,
    registered: 0,
    routeKey: door.routeKey,
  };
}

function pathOfUnit({ building, unitId }: BuildingSite, order: number): Path {
  const { _id: buildingId, streetId, communityId, gridId, compoundId } = building;
  return { streetId, communityId, gridId, compoundId, buildingId, unitId: unitId(order) };
}

function wallOf(site: BuildingSite, unit: FrameUnit): WallDocument {
  const doors = unit.rows.flatMap((row) => row.doors);
  return {
    _id: site.unitId(unit.order),
    version: 1,
    ...pathOfUnit(site, unit.order),
    order: unit.order,
    label: unitWords(unit.label),
    address: {
      community: site.community.name,
      grid: site.grid.name,
      compound: site.compound.name,
      zone: site.building.zone,
      building: site.building.label,
      unit: unit.label,
    },
    slots: Object.fromEntries(doors.map((door) => [String(door.slot), emptySlot(door)])),
    nextSlot: unit.nextSlot,
  };
}

function doorsOf(site: BuildingSite, unit: FrameUnit): DoorDocument[] {
  const path = pathOfUnit(site, unit.order);
  return unit.rows.flatMap((row) =>
    row.doors.map(({ slot, key, label, floorLabel, roomKind, routeKey }) => ({
      _id: doorIdOf(path.unitId, slot),
      ...path,
      slot,
      key,
      room: label,
      floor: floorLabel,
      roomKind,
      routeKey,
    })),
  );
}

export function documentsOf(frame: BuildingFrame, site: BuildingSite): BuildingDocuments {
  return {
    walls: frame.units.map((unit) => wallOf(site, unit)),
    doors: frame.units.flatMap((unit) => doorsOf(site, unit)),
  };
}
