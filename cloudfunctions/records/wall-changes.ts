/** What a change does to one slot of a wall; the wall's other slots are nobody else's to overwrite. */
import { nextDoorState } from '@domain/census/door-state';
import { livingIn, registeredIn } from '@domain/census/residence';
import { increase, type Change } from '../kernel/store';
import type { HouseholdDocument, SubmissionDocument, WallSlot } from '../repositories/documents';

export interface SlotChange {
  readonly slot: number;
  readonly after: WallSlot;
}

/** A form waits from now on; beside a household or another form it is a comparison and wants a look. */
export function withFormWaiting(slot: WallSlot, wantsALook: boolean): WallSlot {
  const former = slot.former ?? (slot.state === 'pending' ? undefined : slot.state);
  return {
    ...slot,
    state: nextDoorState(slot.state, 'formArrived') ?? slot.state,
    ...(former === undefined ? {} : { former }),
    waiting: slot.waiting + 1,
    flagged: slot.flagged || wantsALook || slot.waiting > 0 || hadAnswer(slot),
  };
}

/** An answer was accepted here before, though it may have been that nobody lives here. */
function hadAnswer({ lastSeq }: WallSlot): boolean {
  return lastSeq > 0;
}

/** The sender's new form took the place of the one that waited. */
export function withFormReplaced(slot: WallSlot, wantsALook: boolean): WallSlot {
  return { ...slot, flagged: wantsALook || slot.waiting > 1 || hadAnswer(slot) };
}

function withoutFormer(slot: WallSlot): Omit<WallSlot, 'former'> {
  const { former, ...rest } = slot;
  return former === undefined ? slot : rest;
}

/** So many more, or fewer, of the waiting forms were filled for the household. */
export function withInPerson(slot: WallSlot, by: number): WallSlot {
  const { inPerson = 0, ...rest } = slot;
  const count = Math.max(0, inPerson + by);
  return count === 0 ? rest : { ...rest, inPerson: count };
}

/** One waiting form less; a door that nothing waits at any more is again what it was, unless a household is behind it now. */
export function withFormDecided(stored: WallSlot, { proxy }: Pick<SubmissionDocument, 'proxy'>): WallSlot {
  const slot = proxy === undefined ? stored : withInPerson(stored, -1);
  const waiting = Math.max(0, slot.waiting - 1);
  const { former, ...rest } = slot;
  const backTo = waiting === 0 ? nextDoorState(slot.state, 'formsGone', former) : undefined;
  return {
    ...rest,
    state: backTo ?? slot.state,
    ...(waiting > 0 && former !== undefined ? { former } : {}),
    waiting,
    flagged: waiting > 0 && slot.flagged,
  };
}

type Members = HouseholdDocument['members'];

/** The slot's heads once `after` is listed in the place of `before`. */
function withHeads(
  slot: WallSlot,
  before: Members,
  after: Members,
): Pick<WallSlot, 'people' | 'residents' | 'registered'> {
  return {
    people: slot.people + after.length - before.length,
    residents: slot.residents + livingIn(after) - livingIn(before),
    registered: slot.registered + registeredIn(after) - registeredIn(before),
  };
}

/** True where the wall's figures of people stay as they are. */
export function countsAlike(before: Members, after: Members): boolean {
  return (
    before.length === after.length &&
    livingIn(before) === livingIn(after) &&
    registeredIn(before) === registeredIn(after)
  );
}

/** A household ended: its people are no longer counted here, and the door of the last one is to be asked again. */
export function withoutHousehold(slot: WallSlot, { kind, members }: Counted): WallSlot {
  const households = slot.households - (kind === 'vacant' ? 0 : 1);
  const state = households > 0 ? slot.state : nextDoorState(slot.state, 'lastHouseholdClosed');
  return { ...slot, ...withHeads(slot, members, []), households, state: state ?? slot.state };
}

/** Members of a household that stays were taken out, put back or said otherwise. */
export function withMembers(slot: WallSlot, before: Members, after: Members): WallSlot {
  return { ...slot, ...withHeads(slot, before, after) };
}

/** A household's end was undone. */
export function withHouseholdAgain(slot: WallSlot, { kind, members }: Counted): WallSlot {
  const isVacant = kind === 'vacant';
  return {
    ...slot,
    ...withHeads(slot, [], members),
    households: slot.households + (isVacant ? 0 : 1),
    state: nextDoorState(slot.state, isVacant ? 'vacancyAccepted' : 'formAccepted') ?? slot.state,
  };
}

/** One registration more, or one less, that is linked to the door from where its person lives. */
export function withLinkedRegistration(slot: WallSlot, by: number): WallSlot {
  return { ...slot, registered: slot.registered + by, linked: Math.max(0, (slot.linked ?? 0) + by) };
}

/**
 * An accepted answer behind the door: one household more, or, where it says that nobody lives there, a vacant door whose
 * owner is on record.
 */
export function withHousehold(
  slot: WallSlot,
  { kind, members }: Pick<HouseholdDocument, 'kind' | 'members'>,
): WallSlot {
  const isVacant = kind === 'vacant';
  return {
    ...withoutFormer(slot),
    state: nextDoorState(slot.state, isVacant ? 'vacancyAccepted' : 'formAccepted') ?? slot.state,
    households: slot.households + (isVacant ? 0 : 1),
    lastSeq: slot.lastSeq + 1,
    ...withHeads(slot, [], members),
    flagged: slot.flagged || slot.waiting > 0,
  };
}

type Counted = Pick<HouseholdDocument, 'kind' | 'members'>;

/** The door's last household says that nobody lives there, or an empty home that somebody does: the door moves as a whole. */
export function withCorrection(slot: WallSlot, before: Counted, after: Counted): WallSlot {
  const heads = withHeads(slot, before.members, after.members);
  const wasVacant = before.kind === 'vacant';
  const isVacant = after.kind === 'vacant';
  if (wasVacant === isVacant) return { ...slot, ...heads };
  const households = slot.households + (isVacant ? -1 : 1);
  if (households > 0 && isVacant) return { ...slot, ...heads, households };
  const state = nextDoorState(slot.state, isVacant ? 'vacancyAccepted' : 'formAccepted') ?? slot.state;
  return { ...withoutFormer(slot), ...heads, state, households };
}

export function wallChange(changes: readonly SlotChange[]): Change {
  const slots = changes.map(({ slot, after }) => [`slots.${slot}`, after] as const);
  return { ...Object.fromEntries(slots), version: increase(1) };
}
