/** Where a door is, in the notations the product needs: canonical key, words, plate, columns of a table, walking order. */

import { roomWords, type PlateLines } from './plate';

/** Parts of a canonical key. `unit` is `0` when the building has none; `zone` is absent or empty when the compound has none. */
export interface DoorPlace {
  zone?: string | undefined;
  building: string;
  unit: string;
  room: string;
}

/** How a compound's people call their buildings; the word is left out where the label already ends in one. */
export type AddressStyle = '号楼' | '栋' | '幢' | '座' | '楼';

export const NO_UNIT = '0';

const BUILDING_WORDS = /[楼栋幢座排院号]$/;
const LABEL = /^[^\s/-]{1,12}$/;

/** Whether a text can be one part of a canonical key: 1 to 12 characters without a space, a stroke or a hyphen. */
export function isLabel(text: string): boolean {
  return LABEL.test(text);
}

/** `[zone/]building-unit-room`, unique within its compound. */
export function doorKey({ zone, building, unit, room }: DoorPlace): string {
  return `${isAbsent(zone) ? '' : `${zone}/`}${building}-${unit}-${room}`;
}

/** The place of a canonical key; undefined for any other text. */
export function placeOfKey(key: string): DoorPlace | undefined {
  const [zone, rest] = key.includes('/') ? splitOnce(key, '/') : [undefined, key];
  const parts = rest.split('-');
  const [building = '', unit = '', room = ''] = parts;
  if (parts.length !== 3 || ![building, unit, room, zone ?? 'x'].every((part) => LABEL.test(part))) {
    return undefined;
  }
  return zone === undefined ? { building, unit, room } : { zone, building, unit, room };
}

/** As neighbours say it: `3号楼2单元501`, `2期3号楼501`, `3排5`. */
export function doorWords(place: DoorPlace, style: AddressStyle = '号楼'): string {
  const zone = place.zone ?? '';
  return zone + buildingWords(place.building, style) + unitWords(place.unit) + roomWords(place.room);
}

export function buildingWords(building: string, style: AddressStyle = '号楼'): string {
  return BUILDING_WORDS.test(building) ? building : building + style;
}

/** `2单元`; nothing for a building without units. */
export function unitWords(unit: string): string {
  return unit === NO_UNIT ? '' : `${unit}单元`;
}

/** The two lines of a blue door plate: 苹果花园 over 3-2-502; a building without units skips that number. */
export function plateLines(compoundName: string, place: DoorPlace): PlateLines {
  const unit = place.unit === NO_UNIT ? [] : [place.unit];
  const compound = isAbsent(place.zone) ? compoundName : `${compoundName} ${place.zone}`;
  return { compound, line: [place.building, ...unit, roomWords(place.room)].join('-') };
}

/** The plate of the building in which a door is: 3-2-502 becomes 3号楼. */
export function buildingOfPlate({ compound, line }: PlateLines): PlateLines {
  return { compound, line: buildingWords(line.split('-')[0] ?? '') };
}

export interface DoorLevels {
  zone: string;
  building: string;
  unit: string;
  floor: string;
  room: string;
}

/** 期区, 幢, 单元, 楼层, 房号 as stored beside a household and exported: `1幢`, `1单元`, so that 1 is never read as a number. */
export function doorLevels(place: DoorPlace, floorLabel: string): DoorLevels {
  return {
    zone: place.zone ?? '',
    building: buildingWords(place.building, '幢'),
    unit: unitWords(place.unit),
    floor: floorWords(floorLabel),
    room: roomWords(place.room),
  };
}

/** `5层`, `3A层`, `地下`. */
function floorWords(floorLabel: string): string {
  return /^\d/.test(floorLabel) ? `${floorLabel}层` : floorLabel;
}

/** What the walking order is made of; numbers are orders, not labels. Floor 1 is the ground floor, basements are negative. */
export interface RoutePlace {
  buildingOrder: number;
  unitOrder: number;
  floor: number;
  /** Position on its floor, from the stairs; 0 is the first. */
  column: number;
}

/**
 * Sorting by it is the way one walks: building, unit, from the top floor down, along the floor. Order numbers beyond the
 * width would sort wrongly and are refused. Two compounds in one grid give their buildings different orders, or a suffix.
 */
export function routeKey({ buildingOrder, unitOrder, floor, column }: RoutePlace, suffix = ''): string {
  const parts = [padded(buildingOrder, 5), padded(unitOrder, 3), padded(500 - floor, 3), padded(column, 3)];
  return parts.join('.') + (suffix === '' ? '' : `.${suffix}`);
}

/** The place of a household in the order of its door: several families behind one door follow each other. */
export function householdRouteKey(doorRouteKey: string, seq: number): string {
  return `${doorRouteKey}.${padded(seq, 2)}`;
}

function padded(value: number, width: number): string {
  const text = String(value).padStart(width, '0');
  if (!/^\d+$/.test(text) || text.length > width) {
    throw new RangeError(`${value} does not fit ${width} digits`);
  }
  return text;
}

function isAbsent(zone: string | undefined): boolean {
  return zone === undefined || zone === '';
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}
