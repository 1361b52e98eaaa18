/** Offering to help: the own registration is shown before any of it is used, and can be left. */
import type { HelpTime, Skill } from '@domain/volunteer/volunteer';
import { APPLY_WORDS } from '../../../../messages/volunteer';
import { placeTiles, type PlaceTile } from '../../services/place-tiles';

export interface Offer {
  readonly people: readonly { key: string; name: string; isAdult: boolean }[];
  /** Masked; empty where the household has none on record. */
  readonly phone: string;
  /** Compounds of the community, the own one on top. */
  readonly near: readonly { id: string; name: string }[];
}

export interface ApplyState {
  offer: Offer | undefined;
  /** A member's key, `own` for somebody typed anew, '' before a choice. */
  who: string;
  age: '' | 'adult' | 'minor';
  skills: readonly Skill[];
  times: readonly HelpTime[];
  compoundIds: readonly string[];
  agrees: boolean;
  /** A parent's or guardian's yes, beside their name. */
  guardianAgrees: boolean;
  typed: { readonly name: string; readonly phone: string; readonly guardian: string };
}

type Field = 'who' | 'name' | 'phone' | 'age' | 'guardian' | 'skills' | 'consent';

interface Tile {
  value: string;
  label: string;
  hint: string;
}

export interface ApplyView {
  people: readonly Tile[];
  who: string;
  note: string;
  isOwn: boolean;
  age: string;
  isMinor: boolean;
  skills: readonly Skill[];
  times: readonly HelpTime[];
  /** None where the community has one compound alone. */
  places: readonly PlaceTile[];
  compoundIds: readonly string[];
  agrees: boolean;
  guardianAgrees: boolean;
}

const OWN = 'own';
export const NOTHING: ApplyState = {
  offer: undefined,
  who: '',
  age: '',
  skills: [],
  times: [],
  compoundIds: [],
  agrees: false,
  guardianAgrees: false,
  typed: { name: '', phone: '', guardian: '' },
};

/** Without a number on record there is nothing to reuse: name alone reaches nobody. */
function peopleOf({ offer }: ApplyState): Tile[] {
  const own = { value: OWN, label: APPLY_WORDS.own, hint: APPLY_WORDS.ownHint };
  if (offer === undefined || offer.phone === '') return [own];
  const hint = APPLY_WORDS.reuse(offer.phone);
  return [...offer.people.map(({ key, name }) => ({ value: key, label: name, hint })), own];
}

function isMinor({ offer, who, age }: ApplyState): boolean {
  if (who === OWN) return age === 'minor';
  return offer?.people.find(({ key }) => key === who)?.isAdult === false;
}

export function viewApply(state: ApplyState): ApplyView {
  const { offer, who, age, skills, times, compoundIds, agrees, guardianAgrees } = state;
  return {
    people: peopleOf(state),
    who,
    note: offer?.phone === '' ? APPLY_WORDS.noPhone : '',
    isOwn: who === OWN,
    age,
    isMinor: isMinor(state),
    skills,
    times,
    places: placeTiles(offer?.near ?? []),
    compoundIds,
    agrees,
    guardianAgrees,
  };
}

/** What is still missing, by its field, in the order of the page. */
export function missingIn(state: ApplyState): Partial<Record<Field, string>> {
  const { who, age, skills, agrees, guardianAgrees, typed } = state;
  const isOwn = who === OWN;
  const isUnguarded = isMinor(state) && (typed.guardian.trim() === '' || !guardianAgrees);
  const missing: readonly (readonly [Field, boolean, string])[] = [
    ['who', who === '', APPLY_WORDS.whoMissing],
    ['name', isOwn && typed.name.trim() === '', APPLY_WORDS.nameMissing],
    ['phone', isOwn && typed.phone.trim() === '', APPLY_WORDS.phoneMissing],
    ['age', isOwn && age === '', APPLY_WORDS.ageMissing],
    ['guardian', isUnguarded, APPLY_WORDS.guardianMissing],
    ['skills', skills.length === 0, APPLY_WORDS.skillsMissing],
    ['consent', !agrees, APPLY_WORDS.consentMissing],
  ];
  return Object.fromEntries(
    missing.flatMap(([field, isMissing, words]) => (isMissing ? [[field, words]] : [])),
  );
}

/** What is sent; `noticeVersion` is the one that stands beside the consent. */
export function applicationOf(state: ApplyState, noticeVersion: string) {
  const { who, age, skills, times, compoundIds, typed } = state;
  const own = { from: 'own' as const, name: typed.name, phone: typed.phone, isAdult: age === 'adult' };
  return {
    person: who === OWN ? own : { from: 'registration' as const, memberKey: who },
    ...(isMinor(state) ? { guardianName: typed.guardian } : {}),
    skills: [...skills],
    times: [...times],
    compoundIds: [...compoundIds],
    consent: { given: true, noticeVersion },
  };
}
