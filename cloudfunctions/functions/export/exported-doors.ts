/** What stands behind each door of a compound, in walking order, as the rows and cards of an export want it. */
import { doorLevels } from '@domain/area/door-address';
import { isExportable, type AddressLevels } from '@domain/census/household';
import type { ExportedDoor } from '@domain/export/cards';
import type { ExportedHousehold } from '@domain/export/columns';
import { doorIdOf } from '../../records/door-place';
import type { WallDocument, WallSlot } from '../../repositories/documents';
import type { ExportedFields } from '../../repositories/households';
import type { Keyring } from '../../vault/keys';
import type { CompoundRecords } from './compound-records';

const COLLECTION = 'households';

interface WallDoor {
  readonly id: string;
  readonly wall: WallDocument;
  readonly stored: WallSlot;
}

/** The frame's labels in the words of a table: 3幢, 2单元, 5层. */
function inWords(address: AddressLevels): AddressLevels {
  return { ...address, ...doorLevels(address, address.floor) };
}

/** A phone or plate that a household has; a field that was left empty is none. */
function opened(
  keyring: Keyring,
  household: ExportedFields,
  sealed: readonly (readonly [field: string, envelope: string])[],
): string[] {
  return sealed
    .map(([field, envelope]) => keyring.open({ collection: COLLECTION, id: household._id, field }, envelope))
    .filter((text) => text !== '');
}

type AtDoor = Pick<ExportedHousehold, 'address' | 'doorState'>;

function exportedHousehold(keyring: Keyring, household: ExportedFields, door: AtDoor): ExportedHousehold {
  const { seq, useState, headName, members, refused, channel, filledOn, confirmedOn } = household;
  const phones = household.phones.map(({ sealed }, index) => [`phones.${index}`, sealed] as const);
  const plates = household.vehicles.map(({ sealed }, index) => [`vehicles.${index}`, sealed] as const);
  return {
    ...door,
    seq,
    useState,
    headName,
    members,
    phones: opened(keyring, household, phones),
    plates: opened(keyring, household, plates),
    refused,
    channel,
    filledOn,
    confirmedOn,
  };
}

function doorsInOrder(walls: readonly WallDocument[]): WallDoor[] {
  return walls
    .flatMap((wall) =>
      Object.entries(wall.slots).map(([slot, stored]) => ({ id: doorIdOf(wall._id, slot), wall, stored })),
    )
    .sort((left, right) => (left.stored.routeKey < right.stored.routeKey ? -1 : 1));
}

function newest(days: readonly (string | undefined)[]): string | undefined {
  return days.reduce(
    (last, day) => (day !== undefined && (last === undefined || day > last) ? day : last),
    undefined,
  );
}

function householdsByDoor(households: readonly ExportedFields[]): ReadonlyMap<string, ExportedFields[]> {
  const doors = new Map<string, ExportedFields[]>();
  for (const household of households) {
    const behind = doors.get(household.doorId);
    if (behind === undefined) doors.set(household.doorId, [household]);
    else behind.push(household);
  }
  return doors;
}

/** Only what may leave (D37) is opened; a door that does not exist is left out. */
export function* exportedDoors(
  keyring: Keyring,
  { walls, households }: CompoundRecords,
): Generator<ExportedDoor & { readonly isVacant: boolean }> {
  const behind = householdsByDoor(households);
  for (const { id, wall, stored } of doorsInOrder(walls)) {
    if (stored.state === 'notExist') continue;
    const all = (behind.get(id) ?? []).filter(({ state }) => state !== 'closed');
    const filed = all.filter(isExportable).sort((left, right) => left.seq - right.seq);
    const address = inWords({ ...wall.address, floor: stored.floor, room: stored.room });
    const door: AtDoor = { address, doorState: stored.state };
    yield {
      ...door,
      roomKind: stored.roomKind,
      households: filed.map((household) => exportedHousehold(keyring, household, door)),
      confirmedOn: newest(filed.map(({ confirmedOn }) => confirmedOn)),
      isVacant: stored.state === 'vacant' && all.length === 0,
    };
  }
}
