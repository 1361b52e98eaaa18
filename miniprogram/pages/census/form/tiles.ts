/** The tiles of the form: codes, labels and pictures. Labels come from the code tables. */
import {
  FILL_ROLE_CODES,
  USE_STATE_CODES,
  CARE_KINDS,
  VOLUNTEER_CODES,
  AGE_BANDS,
  RELATION_CODES,
} from '@domain/census/codes';
import {
  ageBandTable,
  careKindTable,
  fillRoleTable,
  genderTable,
  relationTable,
  useStateTable,
  volunteerTable,
} from '@domain/codes/tables';
import { fieldOf } from '@domain/census/form-fields';
import { FORM_WORDS, TENANCY_FORM_WORDS } from '../../../messages/census';

export interface Tile {
  value: string;
  label: string;
  icon?: string;
  figure?: string;
}

/** The tile that shows the rarer answers. */
export const MORE = 'more';
const COMMON_USE_STATES: readonly number[] = [1, 2, 3, 4, 5];
const USE_STATE_ICONS: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'key',
  3: 'window',
  4: 'friends',
  5: 'shop',
  6: 'brush',
  9: 'question',
};
/** Residents choose among these; whoever fills for others has a seat that says so. */
const RESIDENT_FILL_ROLES: readonly number[] = [1, 2, 3, 4];
const FILL_ROLE_ICONS: Readonly<Record<number, string>> = { 1: 'person', 2: 'friends', 3: 'key', 4: 'home' };

export function useStateTiles(showsAll: boolean): Tile[] {
  const codes = USE_STATE_CODES.filter((code) => showsAll || COMMON_USE_STATES.includes(code));
  const tiles = codes.map((code) => ({
    value: String(code),
    label: useStateTable.labelOf(code),
    icon: USE_STATE_ICONS[code] ?? 'more',
  }));
  return showsAll ? tiles : [...tiles, { value: MORE, label: FORM_WORDS.moreUseStates, icon: 'more' }];
}

export const FILL_ROLE_TILES: readonly Tile[] = FILL_ROLE_CODES.filter((code) =>
  RESIDENT_FILL_ROLES.includes(code),
).map((code) => ({
  value: String(code),
  label: fillRoleTable.labelOf(code),
  icon: FILL_ROLE_ICONS[code] ?? 'person',
}));

export const CARE_TILES: readonly Tile[] = CARE_KINDS.map((value) => ({
  value,
  label: careKindTable.labelOf(value),
}));

export const VOLUNTEER_TILES: readonly Tile[] = VOLUNTEER_CODES.map((value) => ({
  value,
  label: volunteerTable.labelOf(value),
}));

/** The head's own row comes first and is never chosen here. */
const RELATION_TILES = RELATION_CODES.filter((code) => code !== 0).map((code) => ({
  value: String(code),
  label: shortLabel(relationTable.labelOf(code)),
}));

const FIGURES: Readonly<Record<string, string>> = {
  '0-2': 'baby',
  '3-5': 'child',
  '6-13': 'child',
  '65-79': 'elder',
  '80+': 'elder',
};

/** For the member rows; the head is among the relations so that a row can say 户主. */
export const MEMBER_CHOICES = {
  relations: RELATION_TILES,
  genders: [
    { value: '1', label: genderTable.labelOf(1), figure: 'man' },
    { value: '2', label: genderTable.labelOf(2), figure: 'woman' },
  ],
  ageBands: AGE_BANDS.map((value) => ({
    value,
    label: ageBandTable.labelOf(value),
    figure: FIGURES[value] ?? 'adult',
  })),
};

export const HEAD_CHOICES = {
  ...MEMBER_CHOICES,
  relations: [{ value: '0', label: relationTable.labelOf(0), figure: 'head' }],
};

export const PLACE_TILES: readonly Tile[] = [
  { value: 'livesHere', label: FORM_WORDS.livesHere, icon: 'home' },
  { value: 'hukouHere', label: FORM_WORDS.hukouHere, icon: 'book' },
];

export const OWN_PHONE = 'own';

/** Whose phone it is, seen from the head: the head's family, and the filler's own. */
export const PHONE_OWNER_TILES: readonly Tile[] = [
  { value: OWN_PHONE, label: FORM_WORDS.ownPhone },
  ...RELATION_TILES,
];

/** A tile holds a word, not its explanation in brackets. */
function shortLabel(label: string): string {
  return label.split('（')[0] ?? label;
}

export const YES = 'yes';
export const NO = 'no';

export const CONTACT_TILES: readonly Tile[] = [
  { value: YES, label: FORM_WORDS.yes },
  { value: NO, label: FORM_WORDS.no },
];
export const CONTRACT_TILES: readonly Tile[] = [
  { value: YES, label: TENANCY_FORM_WORDS.signed },
  { value: NO, label: TENANCY_FORM_WORDS.unsigned },
];
export const PROPERTY_TILES: readonly Tile[] = [{ value: YES, label: FORM_WORDS.propertyMaySee }];
export const GUARDIAN_TILES: readonly Tile[] = [
  { value: YES, label: fieldOf('guardianConsent')?.label ?? '' },
];
