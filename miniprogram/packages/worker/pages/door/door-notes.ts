/** Lines beside the answers of a door: who is not asked again, what is unconfirmed, who has moved out. */
import { propertyKindTable, relationWords } from '@domain/codes/tables';
import type { HouseholdView, WaitingForm } from '@domain/contract/census';
import { dayWords } from '@domain/kernel/day';
import { isUnconfirmedTenancy } from '@domain/tenancy/tenancy-state';
import { TENANCY_STATES_WORDS } from '../../../../messages/matching';
import { DOOR_WORDS, NEED_WORDS } from '../../../../messages/worker';
import type { DoorAnswer } from './door-answer';

/** Whoever is registered here and lives elsewhere is counted there; the worker reads that, and never where. */
function countedNotes({ countedElsewhere, form }: HouseholdView): string[] {
  return form.members
    .filter(({ key }) => countedElsewhere.includes(key))
    .map(({ relation, name = '' }) => DOOR_WORDS.counted(`${relationWords(relation)} ${name}`.trim()));
}

function householdNotes(household: HouseholdView): string[] {
  const { tenancyState, isHeld } = household;
  const unconfirmed =
    tenancyState === undefined || !isUnconfirmedTenancy(tenancyState)
      ? []
      : [DOOR_WORDS.tenancy(TENANCY_STATES_WORDS[tenancyState])];
  const note = household.facts?.note;
  return [
    ...(note === undefined ? [] : [DOOR_WORDS.note(note)]),
    ...unconfirmed,
    ...(isHeld ? [DOOR_WORDS.held] : []),
    ...countedNotes(household),
  ];
}

/** Whose the home is by law, and how large. */
function homeNotes({ home }: Pick<DoorAnswer, 'home'>): string[] {
  const { propertyKind, areaDm2 } = home ?? {};
  const words = [
    ...(propertyKind === undefined ? [] : [propertyKindTable.labelOf(propertyKind)]),
    ...(areaDm2 === undefined ? [] : [DOOR_WORDS.area(areaDm2 / 100)]),
  ];
  return words.length === 0 ? [] : [words.join('，')];
}

export function notesOf(
  {
    former = [],
    registeredElsewhere = [],
    home,
  }: Pick<DoorAnswer, 'former' | 'registeredElsewhere' | 'home'>,
  household: HouseholdView | undefined,
): string[] {
  return [
    ...homeNotes({ home }),
    ...(household === undefined ? [] : householdNotes(household)),
    ...registeredElsewhere.map(({ name }) => DOOR_WORDS.counted(name === '' ? DOOR_WORDS.aChild : name)),
    ...former.map(({ seq, closedOn, isMerged = false }) => {
      const ended = isMerged ? DOOR_WORDS.merged : DOOR_WORDS.movedOut;
      return ended(seq, dayWords(closedOn));
    }),
  ];
}

/** One more person beside others who are not a family, or beside one alone. */
export function isOneBed(form: WaitingForm | undefined, household: HouseholdView | undefined): boolean {
  if (form?.form.members.length !== 1 || household === undefined) return false;
  return household.kind === 'collective' || household.form.members.length === 1;
}

/**
 * What a person looks at before anything is confirmed; where others filled it in, the household itself is asked. Whoever confirms it
 * all the same has found out that somebody lives there.
 */
export function questionedOf(
  { proxy, form }: WaitingForm,
  { isDoubted = false }: Pick<DoorAnswer, 'isDoubted'>,
): { findings: readonly string[]; clean: string } {
  const findings = [
    ...(proxy === undefined ? [] : [NEED_WORDS.inPerson]),
    ...(isDoubted ? [DOOR_WORDS.doubted] : []),
    ...form.findings,
  ];
  return { findings, clean: findings.length === 0 ? DOOR_WORDS.clean : '' };
}
