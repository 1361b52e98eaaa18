/** The codes of the form, the roster and the wall; their words stand in domain/codes. */

/** Code tables in domain/codes; the numbers are those of domain.md §3. */
export const RELATION_CODES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const GENDER_CODES = [1, 2, 9] as const;

export const AGE_BANDS = ['0-2', '3-5', '6-13', '14-17', '18-59', '60-64', '65-79', '80+'] as const;

/** The most members one household holds; a larger collective household continues in a second one. */
export const MEMBERS_MAX = 40;

/** The area of a home: 10 to 1,000 square metres, in 0.01 m². */
export const AREA_MIN_DM2 = 1000;
export const AREA_MAX_DM2 = 100_000;

export type RelationCode = (typeof RELATION_CODES)[number];

export type GenderCode = (typeof GENDER_CODES)[number];

export type AgeBand = (typeof AGE_BANDS)[number];

export const USE_STATE_CODES = [1, 2, 3, 4, 5, 6, 9] as const;

export const FILL_ROLE_CODES = [1, 2, 3, 4, 5, 6, 7] as const;

export const CARE_KINDS = ['visitAlone', 'mobility', 'motherAndChild', 'veteran', 'contactByText'] as const;

export const VOLUNTEER_CODES = ['buildingHead', 'volunteer', 'later'] as const;

/** Questions that a household may refuse to answer; the refusal is stored as an answer of its own. */
export const REFUSABLE_FIELDS = ['phone', 'vehicles', 'care', 'suggestion', 'volunteer'] as const;
export type RefusableField = (typeof REFUSABLE_FIELDS)[number];

/** How an answer was confirmed. Words: codes/verify-way.json. */
export const VERIFY_WAY_CODES = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type VerifyWay = (typeof VERIFY_WAY_CODES)[number];

/** Going there, or the code that the filler told the household. */
export const VERIFY_WAYS = { visit: 1, spokenCode: 8 } as const;

/** What of its nature a worker says; a code that is said aloud is proved and not chosen. */
export const CHOSEN_VERIFY_WAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Whose a home is by law (staff only). */
export const PROPERTY_KIND_CODES = [1, 2, 3, 4, 5, 6, 7, 9] as const;
export type PropertyKind = (typeof PROPERTY_KIND_CODES)[number];
export const PROPERTY_KINDS = { dormitory: 6 } as const;

/** Why answers that stood before are said otherwise. */
export const CHANGE_KIND_CODES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** 搬走, 户口迁入, 户口迁出, and 更正 of what was never so. */
export const CHANGE_KINDS = { movedOut: 2, hukouIn: 5, hukouOut: 6, corrected: 10 } as const;

/** What the campaign asks for beyond the form: identity numbers not at all, their last four, or whole. */
export const ID_NUMBER_MODES = ['off', 'last4', 'full'] as const;
export type IdNumberMode = (typeof ID_NUMBER_MODES)[number];

/** How a form reached the street. */
export const CHANNELS = [
  'doorCode',
  'poster',
  'lift',
  'group',
  'search',
  'paper',
  'phone',
  'visit',
  'own',
  'family',
] as const;
export type Channel = (typeof CHANNELS)[number];

export type UseState = (typeof USE_STATE_CODES)[number];

export type FillRole = (typeof FILL_ROLE_CODES)[number];

export type CareKind = (typeof CARE_KINDS)[number];

/** What a knock came to (mission.md §4); 无人 and 需电话 leave the door as it was. */
export const VISIT_RESULTS = [
  'collected',
  'nobody',
  'refused',
  'vacant',
  'business',
  'notExist',
  'callNeeded',
] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

/** What speaks for an empty home; two of them prove it. Heating, meters and comings are seen at the door, not looked up. */
export const VACANCY_SIGNS = [
  'noHeating',
  'noComings',
  'neighbours',
  'metersStill',
  'sheetUntouched',
  'buildingHead',
] as const;
export type VacancySign = (typeof VACANCY_SIGNS)[number];

/** States of a door (mission.md §4) in the order of the wall's legend. */
export const DOOR_STATES = [
  'missing',
  'pending',
  'filled',
  'verified',
  'vacantGuess',
  'vacant',
  'refused',
  'inaccessible',
  'notExist',
  'business',
] as const;
export type DoorState = (typeof DOOR_STATES)[number];

/** Answers of the form that may be taken back altogether. */
export const CLEARABLE = ['headName', 'suggestion', 'volunteer', 'tenancy'] as const;
