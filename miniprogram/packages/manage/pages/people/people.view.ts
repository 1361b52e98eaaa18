/** Who works where: one role at a time, what was offered, and one person at hand. */
import type { Offer, Person } from '@domain/contract/user';
import { ROLE_WORDS, type Role } from '@domain/identity/role';
import { APPOINTED_ROLES, FIELD_ROLES, type AppointedRole } from '@domain/identity/seat';
import { dayWords, fullDayWords, momentWords, type Day } from '@domain/kernel/day';
import { JOIN_WORDS } from '../../../../messages/join';
import { PEOPLE_WORDS } from '../../../../messages/people';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';

export interface PeopleAnswer {
  people: Person[];
  offers: Offer[];
  next?: string | undefined;
}

export interface PeopleState {
  kept: Kept<PeopleAnswer>;
  viewer: Role;
  role: AppointedRole;
  /** The seat at hand; '' for none. */
  chosenId: string;
  toId: string;
  today: Day;
}

interface Row {
  key: string;
  name: string;
  place: string;
  note: string;
  isChosen: boolean;
}

interface OfferRow {
  key: string;
  title: string;
  note: string;
  /** What this viewer may do about it. */
  way: 'send' | 'decide' | 'none';
  mayTakeBack: boolean;
}

interface Tile {
  value: string;
  label: string;
  hint?: string;
}

export interface PeopleView extends FaceView {
  roles: readonly Tile[];
  role: string;
  count: string;
  rows: readonly Row[];
  offers: readonly OfferRow[];
  hasMore: boolean;
  mayInvite: boolean;
  chosen: string;
  chosenNote: string;
  /** '' · 'act' · 'own' */
  acts: string;
  maySuspend: boolean;
  takers: readonly Tile[];
  toId: string;
}

/** Roles whose holders have units and tasks that somebody else can take. */
const HANDING: readonly Role[] = ['GW', 'GV'];
const GIVING: readonly Role[] = ['CA', 'SA'];

export function viewPeople(state: PeopleState): PeopleView {
  const { kept, viewer, role } = state;
  const { data, problem } = kept;
  const people = data?.people ?? [];
  const chosen = people.find(({ id }) => id === state.chosenId);
  const face = data === undefined && problem !== undefined ? faceOf(problem) : CONTENT;
  return {
    ...face,
    roles: (viewer === 'CA' ? FIELD_ROLES : APPOINTED_ROLES).map((one) => ({
      value: one,
      label: ROLE_WORDS[one],
    })),
    role,
    count: people.length === 0 ? PEOPLE_WORDS.empty(ROLE_WORDS[role]) : PEOPLE_WORDS.count(people.length),
    rows: people.map((person) => rowOf(person, state)),
    offers: (data?.offers ?? []).map((offer) => offerRow(offer, viewer)),
    hasMore: data?.next !== undefined,
    mayInvite: GIVING.includes(viewer),
    ...atHand(state, people, chosen),
  };
}

function rowOf(person: Person, { chosenId, today }: PeopleState): Row {
  return {
    key: person.id,
    name: nameOf(person),
    place: placeOf(person),
    note: noteOf(person, today),
    isChosen: person.id === chosenId,
  };
}

export function nameOf({ name }: Person): string {
  return name === '' ? PEOPLE_WORDS.noName : name;
}

function placeOf({ label, duty }: Person): string {
  return duty === undefined ? label : `${label}（${JOIN_WORDS.duties[duty]}）`;
}

/** A seat that was stopped ends with that, whatever day it was given to. */
function noteOf({ state, lacks, endsOn }: Person, today: Day): string {
  if (state === 'suspended') return PEOPLE_WORDS.states.suspended;
  const isThisYear = endsOn.slice(0, 4) === today.slice(0, 4);
  const lack = state === 'active' && lacks !== undefined ? PEOPLE_WORDS.lacks[lacks] : '';
  return [
    PEOPLE_WORDS.until(isThisYear ? dayWords(endsOn) : fullDayWords(endsOn)),
    PEOPLE_WORDS.states[state],
    lack,
  ]
    .filter((words) => words !== '')
    .join('，');
}

function offerRow({ id, role, name, label, state, expiresAt, isOwn }: Offer, viewer: Role): OfferRow {
  const mayDecide = state === 'asked' && viewer === 'SA' && !isOwn;
  const maySend = state === 'open' && isOwn;
  return {
    key: id,
    title: `${name} · ${ROLE_WORDS[role]} · ${label}`,
    note: state === 'asked' ? PEOPLE_WORDS.asked : PEOPLE_WORDS.open(momentWords(expiresAt)),
    way: mayDecide ? 'decide' : maySend ? 'send' : 'none',
    mayTakeBack: GIVING.includes(viewer) && !mayDecide,
  };
}

type AtHand = Pick<PeopleView, 'chosen' | 'chosenNote' | 'acts' | 'maySuspend' | 'takers' | 'toId'>;

/** The person at hand, and who could take what that person has. */
function atHand(
  { viewer, role, toId }: PeopleState,
  people: readonly Person[],
  chosen: Person | undefined,
): AtHand {
  if (chosen === undefined || !GIVING.includes(viewer)) {
    return { chosen: '', chosenNote: '', acts: '', maySuspend: false, takers: [], toId: '' };
  }
  const others = people.filter(
    (one) => one.id !== chosen.id && one.state === 'active' && one.duty !== 'collect',
  );
  return {
    chosen: nameOf(chosen),
    chosenNote: placeOf(chosen),
    acts: chosen.isOwn ? 'own' : 'act',
    maySuspend: chosen.state !== 'suspended',
    takers: HANDING.includes(role)
      ? others.map((one) => ({ value: one.id, label: nameOf(one), hint: placeOf(one) }))
      : [],
    toId,
  };
}
