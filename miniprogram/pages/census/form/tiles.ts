/** The tiles of the form: codes, labels and pictures. Labels come from the code tables. */
import {
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
  relationWords,
  useStateTable,
  volunteerTable,
} from '@domain/codes/tables';
import { fieldOf } from '@domain/census/form-fields';
import type { Language } from '../../../messages/language';

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

export function useStateTiles(showsAll: boolean, { words, say }: Language): Tile[] {
  const codes = USE_STATE_CODES.filter((code) => showsAll || COMMON_USE_STATES.includes(code));
  const tiles = codes.map((code) => ({
    value: String(code),
    label: say(useStateTable.labelOf(code)),
    icon: USE_STATE_ICONS[code] ?? 'more',
  }));
  return showsAll ? tiles : [...tiles, { value: MORE, label: words.form.moreUseStates, icon: 'more' }];
}

const FIGURES: Readonly<Record<string, string>> = {
  '0-2': 'baby',
  '3-5': 'child',
  '6-13': 'child',
  '65-79': 'elder',
  '80+': 'elder',
};

/** The head's own row comes first and is never chosen here; the head is among the relations so that a row can say 户主. */
function relationTiles({ say }: Language): Tile[] {
  const chosen = RELATION_CODES.filter((code) => code !== 0);
  return chosen.map((code) => ({ value: String(code), label: say(relationWords(code)) }));
}

/** For the member rows. */
export function memberChoices(language: Language) {
  const { words, say } = language;
  return {
    relations: relationTiles(language),
    genders: [
      { value: '1', label: say(genderTable.labelOf(1)), figure: 'man' },
      { value: '2', label: say(genderTable.labelOf(2)), figure: 'woman' },
    ],
    ageBands: AGE_BANDS.map((value) => ({
      value,
      label: say(ageBandTable.labelOf(value)),
      figure: FIGURES[value] ?? 'adult',
    })),
    places: [
      { value: 'livesHere', label: words.form.livesHere, icon: 'home' },
      { value: 'hukouHere', label: words.form.hukouHere, icon: 'book' },
    ],
  };
}

export const OWN_PHONE = 'own';
/** No ready reason: the person writes one. */
export const OWN_REASON = 'own';
export const YES = 'yes';
export const NO = 'no';

/** Every list of tiles that no answer changes. */
export function tilesIn(language: Language, { isOthersPhone = false, isAloud = false } = {}) {
  const { words, say } = language;
  const { ownPhone, headPhone } = words.form;
  const choices = memberChoices(language);
  return {
    fillRoles: RESIDENT_FILL_ROLES.map((code) => ({
      value: String(code),
      label: say(fillRoleTable.labelOf(code)),
      icon: FILL_ROLE_ICONS[code] ?? 'person',
    })),
    cares: CARE_KINDS.map((value) => ({ value, label: say(careKindTable.labelOf(value)) })),
    volunteers: VOLUNTEER_CODES.map((value) => ({ value, label: say(volunteerTable.labelOf(value)) })),
    contacts: [
      { value: YES, label: words.form.yes },
      { value: NO, label: words.form.no },
    ],
    // Whoever hears the household is not the guardian, who says it to them.
    guardians: [
      {
        value: YES,
        label: isAloud ? words.form.guardianAloud : say(fieldOf('guardianConsent')?.label ?? ''),
      },
    ],
    contracts: [
      { value: YES, label: words.tenancy.signed },
      { value: NO, label: words.tenancy.unsigned },
    ],
    sharing: [{ value: YES, label: words.form.propertyMaySee }],
    /** Whose phone it is, seen from the head: the head's family, and the filler's own, or the head's where somebody else fills. */
    owners: [{ value: OWN_PHONE, label: isOthersPhone ? headPhone : ownPhone }, ...choices.relations],
    memberChoices: choices,
    headChoices: {
      ...choices,
      relations: [{ value: '0', label: say(relationTable.labelOf(0)), figure: 'head' }],
    },
  };
}
