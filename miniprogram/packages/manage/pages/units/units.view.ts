/** Units of one building and the volunteers who can have them. */
import { plateWords } from '@domain/area/plate';
import type { GivenUnit } from '@domain/contract/user';
import type { Plate } from '@domain/census/door';
import { dayWords } from '@domain/kernel/day';
import { PEOPLE_WORDS, UNITS_WORDS } from '../../../../messages/people';
import { unitName } from '../../../../messages/staff';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

interface Tile {
  value: string;
  label: string;
  hint?: string;
}

interface FormerLine {
  key: string;
  label: string;
  value: string;
}

export interface UnitsAnswer {
  plate: Plate;
  units: GivenUnit[];
  volunteers: { seatId: string; name: string; label: string }[];
}

export interface UnitsState {
  buildings: readonly Tile[];
  answer: UnitsAnswer | undefined;
  unitIds: readonly string[];
  /** '' for nobody yet, `back` to take them back. */
  toId: string;
}

export interface UnitsView extends FaceView {
  buildings: readonly Tile[];
  noBuildings: string;
  building: string;
  units: readonly Tile[];
  unitIds: readonly string[];
  takers: readonly Tile[];
  toId: string;
  nobody: string;
  /** Who had a unit before: unit and days, and the name. */
  formers: readonly FormerLine[];
}

export const BACK = 'back';
export const NO_UNITS: UnitsState = { buildings: [], answer: undefined, unitIds: [], toId: '' };

export function viewUnits({ buildings, answer, unitIds, toId }: UnitsState): UnitsView {
  const base = { ...CONTENT, buildings: answer === undefined ? buildings : [], unitIds, toId };
  if (answer === undefined) {
    const noBuildings = buildings.length === 0 ? UNITS_WORDS.noBuildings : '';
    return { ...base, noBuildings, building: '', units: [], takers: [], nobody: '', formers: [] };
  }
  const { plate, units, volunteers } = answer;
  const takers = volunteers.map(({ seatId, name, label }) => ({
    value: seatId,
    label: name === '' ? PEOPLE_WORDS.noName : name,
    hint: label,
  }));
  return {
    ...base,
    noBuildings: '',
    building: plateWords(plate),
    units: units.map(unitTile),
    takers: [...takers, { value: BACK, label: UNITS_WORDS.back }],
    nobody: volunteers.length === 0 ? UNITS_WORDS.nobody : '',
    formers: units.flatMap(formerLines),
  };
}

function unitTile({ id, label, doors, left, name = '' }: GivenUnit): Tile {
  return { value: id, label: unitName(label, []), hint: UNITS_WORDS.unitHint(left, doors, name) };
}

function formerLines({ id, label, formers = [] }: GivenUnit): FormerLine[] {
  return formers.map(({ name, since, until }, index) => {
    const from = since === undefined ? '' : dayWords(since);
    return {
      key: `${id} ${index}`,
      label: UNITS_WORDS.formerDays(unitName(label, []), from, dayWords(until)),
      value: name === '' ? PEOPLE_WORDS.noName : name,
    };
  });
}

/** What has still to be chosen; empty when it may be sent. */
export function missingIn({ unitIds, toId }: UnitsState): string {
  if (unitIds.length === 0) return UNITS_WORDS.unitMissing;
  return toId === '' ? UNITS_WORDS.toMissing : '';
}
